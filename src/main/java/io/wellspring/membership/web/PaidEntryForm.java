package io.wellspring.membership.web;

import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidFact;
import io.wellspring.membership.Plan;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.web.Format;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which something is recorded of a paid membership: empty, sent and taken, or sent and refused. */
@Component
@RequiredArgsConstructor
class PaidEntryForm {

    private final MembershipPlans plans;
    private final UserDirectory users;
    private final MessageSource messages;
    private final Format format;

    /** What a page is answered with. */
    record Answer(Locale locale, Model model, HttpServletResponse response, RedirectAttributes flash) {}

    String show(PaidEntry entry, Locale locale, Model model) {
        model.addAttribute("user", users.card(entry.user()).orElseThrow(() -> new UnknownUser(entry.user())));
        model.addAttribute("act", entry.act());
        model.addAttribute("typed", entry.typed());
        model.addAttribute("term", entry.term().orElse(null));
        model.addAttribute("plans", plans.plans().stream().filter(Plan::onSale).toList());
        model.addAttribute(
                "plan",
                entry.term()
                        .flatMap(term -> plans.plans().stream()
                                .filter(plan -> plan.id() == term.planId())
                                .findFirst())
                        .orElse(null));
        model.addAttribute("locale", locale);
        return "membership/paid";
    }

    /**
     * Records what was typed, or shows the form again with what is wrong.
     *
     * @param recording what to do on which day, under which key
     */
    String record(PaidEntry entry, BiFunction<LocalDate, String, PaidFact> recording, Answer answer) {
        Optional<LocalDate> day = entry.typed().date();
        if (day.isEmpty()) {
            String wrong = messages.getMessage("tiers.unreadable-day", null, answer.locale());
            return refused(entry, "day", wrong, answer);
        }
        try {
            PaidFact fact = recording.apply(day.get(), entry.typed().writtenUnder());
            answer.flash().addFlashAttribute("done", done(entry.act(), fact, answer.locale()));
            return "redirect:/users/" + fact.user() + "/tier";
        } catch (Refusal.Rejected refusal) {
            String wrong = messages.getMessage(refusal.messageCode(), said(refusal), answer.locale());
            return refused(entry, refusal.field().orElse(""), wrong, answer);
        }
    }

    private String done(PaidEntry.Act act, PaidFact fact, Locale locale) {
        Object[] facts = {
            fact.from().map(format::date).orElse(""),
            fact.until().map(until -> format.date(until.minusDays(1))).orElse(""),
            format.money(fact.amount())
        };
        return messages.getMessage("tiers.paid.done." + act, facts, locale);
    }

    /** Facts of a refund are amounts in minor units. */
    private Object[] said(Refusal refusal) {
        Object[] facts = refusal.facts();
        if (refusal.field().filter("amount"::equals).isPresent()
                && facts.length == 1
                && facts[0] instanceof Long minor) {
            return new Object[] {format.money(new Money(minor))};
        }
        return facts;
    }

    private String refused(PaidEntry entry, String field, String wrong, Answer answer) {
        answer.model().addAttribute("field", field);
        answer.model().addAttribute("wrong", wrong);
        answer.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(entry, answer.locale(), answer.model());
    }
}
