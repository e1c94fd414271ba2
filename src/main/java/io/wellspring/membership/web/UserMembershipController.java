package io.wellspring.membership.web;

import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidFact;
import io.wellspring.membership.PaidMembership;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.PaidTerm;
import io.wellspring.membership.Plan;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms by which staff record what happens to the paid membership of a user. */
@Controller
@RequiredArgsConstructor
class UserMembershipController {

    private static final String MEMBERSHIPS = "/users/{id:[1-9]\\d{0,17}}/tier/memberships";
    private static final String TERM = MEMBERSHIPS + "/{term:[1-9]\\d{0,17}}";

    private final PaidMembership paid;
    private final PaidReading reading;
    private final MembershipPlans plans;
    private final UserDirectory users;
    private final MessageSource messages;
    private final Format format;

    /** What is recorded. */
    enum Act {
        START,
        RENEW,
        REFUND,
        LAPSE
    }

    /** What was typed. */
    record Typed(String key, String plan, String day, String amount, String reason) {

        static Typed of(Map<String, String> sent) {
            return new Typed(
                    sent.getOrDefault("key", ""),
                    sent.getOrDefault("plan", ""),
                    sent.getOrDefault("day", ""),
                    sent.getOrDefault("amount", ""),
                    sent.getOrDefault("reason", ""));
        }

        /** A form without a key of its own is sent once. */
        String writtenUnder() {
            try {
                return "form:" + UUID.fromString(key);
            } catch (IllegalArgumentException e) {
                return "form:" + UUID.randomUUID();
            }
        }

        long planNumber() {
            return plan.matches("\\d{1,18}") ? Long.parseLong(plan) : 0;
        }
    }

    @GetMapping(MEMBERSHIPS + "/new")
    String start(@PathVariable long id, Locale locale, Model model) {
        return form(new UserId(id), Act.START, empty(""), Optional.empty(), locale, model);
    }

    @PostMapping(MEMBERSHIPS)
    String start(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        Typed typed = Typed.of(sent);
        return recording(
                user,
                Act.START,
                typed,
                Optional.empty(),
                (day, key) -> paid.start(user, typed.planNumber(), day, key),
                locale,
                model,
                response,
                flash);
    }

    @GetMapping(MEMBERSHIPS + "/renewal")
    String renew(@PathVariable long id, @RequestParam long plan, Locale locale, Model model) {
        UserId user = new UserId(id);
        return form(user, Act.RENEW, empty(Long.toString(plan)), latest(user, plan), locale, model);
    }

    @PostMapping(MEMBERSHIPS + "/renewal")
    String renew(
            @PathVariable long id,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        Typed typed = Typed.of(sent);
        return recording(
                user,
                Act.RENEW,
                typed,
                latest(user, typed.planNumber()),
                (day, key) -> paid.renew(user, typed.planNumber(), day, key),
                locale,
                model,
                response,
                flash);
    }

    @GetMapping(TERM + "/refund")
    String refund(@PathVariable long id, @PathVariable long term, Locale locale, Model model) {
        UserId user = new UserId(id);
        PaidTerm one = term(user, term);
        Typed typed = new Typed(
                UUID.randomUUID().toString(),
                "",
                reading.asOf().toString(),
                one.kept().in(format.currency()).toPlainString(),
                "");
        return form(user, Act.REFUND, typed, Optional.of(one), locale, model);
    }

    @PostMapping(TERM + "/refund")
    String refund(
            @PathVariable long id,
            @PathVariable long term,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        Typed typed = Typed.of(sent);
        Money amount = PlanForm.money(typed.amount(), format.currency()).orElse(Money.ZERO);
        return recording(
                user,
                Act.REFUND,
                typed,
                Optional.of(term(user, term)),
                (day, key) -> paid.refund(user, term, day, amount, typed.reason(), key),
                locale,
                model,
                response,
                flash);
    }

    @GetMapping(TERM + "/lapse")
    String lapse(@PathVariable long id, @PathVariable long term, Locale locale, Model model) {
        UserId user = new UserId(id);
        return form(user, Act.LAPSE, empty(""), Optional.of(term(user, term)), locale, model);
    }

    @PostMapping(TERM + "/lapse")
    String lapse(
            @PathVariable long id,
            @PathVariable long term,
            @RequestParam Map<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        UserId user = new UserId(id);
        Typed typed = Typed.of(sent);
        return recording(
                user,
                Act.LAPSE,
                typed,
                Optional.of(term(user, term)),
                (day, key) -> paid.lapse(user, term, day, typed.reason(), key),
                locale,
                model,
                response,
                flash);
    }

    private String recording(
            UserId user,
            Act act,
            Typed typed,
            Optional<PaidTerm> term,
            BiFunction<LocalDate, String, PaidFact> record,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<LocalDate> day = day(typed.day());
        if (day.isEmpty()) {
            return refused(
                    "day",
                    messages.getMessage("tiers.unreadable-day", null, locale),
                    user,
                    act,
                    typed,
                    term,
                    locale,
                    model,
                    response);
        }
        try {
            PaidFact fact = record.apply(day.get(), typed.writtenUnder());
            flash.addFlashAttribute(
                    "done",
                    messages.getMessage(
                            "tiers.paid.done." + act,
                            new Object[] {
                                fact.from().map(format::date).orElse(""),
                                fact.until()
                                        .map(until -> format.date(until.minusDays(1)))
                                        .orElse(""),
                                format.money(fact.amount())
                            },
                            locale));
            return "redirect:/users/" + fact.user() + "/tier";
        } catch (Refusal.Rejected refusal) {
            return refused(
                    refusal.field().orElse(""),
                    messages.getMessage(refusal.messageCode(), said(refusal), locale),
                    user,
                    act,
                    typed,
                    term,
                    locale,
                    model,
                    response);
        }
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

    private String refused(
            String field,
            String wrong,
            UserId user,
            Act act,
            Typed typed,
            Optional<PaidTerm> term,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("field", field);
        model.addAttribute("wrong", wrong);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(user, act, typed, term, locale, model);
    }

    private String form(UserId user, Act act, Typed typed, Optional<PaidTerm> term, Locale locale, Model model) {
        model.addAttribute("user", users.card(user).orElseThrow(() -> new UnknownUser(user)));
        model.addAttribute("act", act);
        model.addAttribute("typed", typed);
        model.addAttribute("term", term.orElse(null));
        model.addAttribute("plans", plans.plans().stream().filter(Plan::onSale).toList());
        model.addAttribute(
                "plan",
                plans.plans().stream()
                        .filter(plan ->
                                term.filter(one -> one.planId() == plan.id()).isPresent())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("locale", locale);
        return "membership/paid";
    }

    private Typed empty(String plan) {
        return new Typed(UUID.randomUUID().toString(), plan, reading.asOf().toString(), "", "");
    }

    private Optional<PaidTerm> latest(UserId user, long plan) {
        return reading.terms(user).stream()
                .filter(term -> term.planId() == plan)
                .max(Comparator.comparing(PaidTerm::until));
    }

    private PaidTerm term(UserId user, long term) {
        return reading.term(user, term);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
