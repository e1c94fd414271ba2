package io.wellspring.membership.web;

import io.wellspring.membership.PaidMembership;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.PaidTerm;
import io.wellspring.membership.web.PaidEntry.Act;
import io.wellspring.membership.web.PaidEntry.Typed;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.shared.web.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff record what happens to the paid membership of a user. */
@Controller
@RequiredArgsConstructor
class UserMembershipController {

    private static final String MEMBERSHIPS = "/users/{id:[1-9]\\d{0,17}}/tier/memberships";
    private static final String TERM = MEMBERSHIPS + "/{term:[1-9]\\d{0,17}}";

    private final PaidMembership paid;
    private final PaidReading reading;
    private final PaidEntryForm form;
    private final BusinessClock clock;
    private final Format format;

    @GetMapping(MEMBERSHIPS + "/new")
    String start(@PathVariable long id, Locale locale, Model model) {
        return form.show(new PaidEntry(new UserId(id), Act.START, fresh(""), Optional.empty()), locale, model);
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
        return form.record(
                new PaidEntry(user, Act.START, typed, Optional.empty()),
                (day, key) -> paid.start(user, typed.planNumber(), day, key),
                new PaidEntryForm.Answer(locale, model, response, flash));
    }

    @GetMapping(MEMBERSHIPS + "/renewal")
    String renew(@PathVariable long id, @RequestParam long plan, Locale locale, Model model) {
        UserId user = new UserId(id);
        Optional<PaidTerm> latest = latest(user, plan);
        Typed typed = fresh(Long.toString(plan)).renewing(latest);
        return form.show(new PaidEntry(user, Act.RENEW, typed, latest), locale, model);
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
        return form.record(
                new PaidEntry(user, Act.RENEW, typed, latest(user, typed.planNumber())),
                (day, key) -> paid.renew(user, typed.planNumber(), typed.termNumber(), day, key),
                new PaidEntryForm.Answer(locale, model, response, flash));
    }

    @GetMapping(TERM + "/refund")
    String refund(@PathVariable long id, @PathVariable long term, Locale locale, Model model) {
        UserId user = new UserId(id);
        PaidTerm one = reading.term(user, term);
        Typed typed =
                Typed.fresh("", clock.today(), one.kept().in(format.currency()).toPlainString());
        return form.show(new PaidEntry(user, Act.REFUND, typed, Optional.of(one)), locale, model);
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
        return form.record(
                new PaidEntry(user, Act.REFUND, typed, Optional.of(reading.term(user, term))),
                (day, key) -> paid.refund(user, term, day, amount, typed.reason(), key),
                new PaidEntryForm.Answer(locale, model, response, flash));
    }

    @GetMapping(TERM + "/lapse")
    String lapse(@PathVariable long id, @PathVariable long term, Locale locale, Model model) {
        UserId user = new UserId(id);
        return form.show(
                new PaidEntry(user, Act.LAPSE, fresh(""), Optional.of(reading.term(user, term))), locale, model);
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
        return form.record(
                new PaidEntry(user, Act.LAPSE, typed, Optional.of(reading.term(user, term))),
                (day, key) -> paid.lapse(user, term, day, typed.reason(), key),
                new PaidEntryForm.Answer(locale, model, response, flash));
    }

    private Typed fresh(String plan) {
        return Typed.fresh(plan, clock.today(), "");
    }

    private Optional<PaidTerm> latest(UserId user, long plan) {
        return reading.terms(user).stream()
                .filter(term -> term.planId() == plan)
                .max(PaidTerm.LATEST);
    }
}
