package io.wellspring.membership.web;

import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidFact;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.PaidTerm;
import io.wellspring.membership.Plan;
import io.wellspring.membership.TermRenewedAlready;
import io.wellspring.membership.UnknownPlan;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final PaidReading reading;
    private final BusinessClock clock;
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
        model.addAttribute("running", entry.act() == PaidEntry.Act.START ? running(entry.user(), locale) : Map.of());
        model.addAttribute("locale", locale);
        return "membership/paid";
    }

    /** By plan on sale, what the user has of its tier that is not over yet. */
    private Map<Long, String> running(UserId user, Locale locale) {
        List<PaidTerm> terms = reading.terms(user).stream()
                .filter(term -> term.coversAnyDay() && term.until().isAfter(clock.today()))
                .sorted(PaidTerm.LATEST.reversed())
                .toList();
        Map<Long, String> running = new HashMap<>();
        for (Plan plan : plans.plans()) {
            Optional<PaidTerm> own =
                    terms.stream().filter(term -> term.planId() == plan.id()).findFirst();
            own.or(() -> terms.stream()
                            .filter(term -> term.tierNumber() == plan.terms().tierNumber())
                            .findFirst())
                    .ifPresent(term -> running.put(plan.id(), running(term, own.isPresent(), locale)));
        }
        return running;
    }

    private String running(PaidTerm term, boolean own, Locale locale) {
        Object[] facts = {term.name(locale), format.date(term.until().minusDays(1))};
        return messages.getMessage(own ? "tiers.paid.running.same" : "tiers.paid.running.other", facts, locale);
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
            String wrong = messages.getMessage(refusal.messageCode(), format.facts(refusal), answer.locale());
            return refused(entry, refusal.field().orElse(""), wrong, answer);
        } catch (TermRenewedAlready renewed) {
            String why = messages.getMessage(renewed.messageCode(), renewed.facts(), answer.locale());
            answer.flash().addFlashAttribute("refused", why);
            return "redirect:/users/" + entry.user() + "/tier";
        } catch (UnknownPlan none) {
            return refused(entry, "plan", messages.getMessage("tiers.paid.choose", null, answer.locale()), answer);
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

    private String refused(PaidEntry entry, String field, String wrong, Answer answer) {
        answer.model().addAttribute("field", field);
        answer.model().addAttribute("wrong", wrong);
        answer.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(entry, answer.locale(), answer.model());
    }
}
