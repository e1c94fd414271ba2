package io.wellspring.membership.web;

import io.wellspring.membership.Ending;
import io.wellspring.membership.EndingMonth;
import io.wellspring.membership.MembershipPlans;
import io.wellspring.membership.PaidReading;
import io.wellspring.membership.Plan;
import io.wellspring.membership.PlanChangedMeanwhile;
import io.wellspring.membership.PlanFigures;
import io.wellspring.membership.RenewalMonth;
import io.wellspring.membership.TermLength;
import io.wellspring.membership.Tier;
import io.wellspring.membership.TierProgram;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.Slice;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paid membership: the plans and what they bring, whose ends when, and how many renew. */
@Controller
@RequiredArgsConstructor
class PlansPage {

    private static final String PLAN = "/tiers/plans/{plan:[1-9]\\d{0,17}}";
    private static final List<Integer> RENEWAL_DAYS = List.of(7, PaidReading.USUAL_RENEWAL_DAYS, 60, 90);
    private static final int PAGE_SIZE = 50;

    private final MembershipPlans plans;
    private final PaidReading reading;
    private final TierProgram program;
    private final UserDirectory users;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Format format;

    /** @param days how long after its end a renewal counts as one */
    @GetMapping("/tiers/plans")
    String list(@RequestParam(defaultValue = "30") int days, Locale locale, Model model) {
        int within = RENEWAL_DAYS.contains(days) ? days : PaidReading.USUAL_RENEWAL_DAYS;
        LocalDate asOf = clock.today();
        Map<Long, PlanFigures> figures = reading.figures(asOf);
        List<EndingMonth> endings = reading.endings(asOf);
        List<RenewalMonth> renewals = reading.renewals(asOf, within);
        model.addAttribute("plans", plans.plans());
        model.addAttribute("figures", figures);
        model.addAttribute("month", total(figures, PlanFigures::month));
        model.addAttribute("year", total(figures, PlanFigures::year));
        model.addAttribute(
                "members",
                figures.values().stream().mapToLong(PlanFigures::members).sum());
        model.addAttribute("asOf", asOf);
        model.addAttribute("monthFrom", asOf.withDayOfMonth(1));
        model.addAttribute("yearFrom", asOf.minusYears(1).plusDays(1));
        model.addAttribute("tierNames", tierNames(locale));
        model.addAttribute("endings", endings);
        model.addAttribute(
                "ending", endings.stream().mapToLong(EndingMonth::memberships).sum());
        model.addAttribute("renewals", renewals.reversed());
        model.addAttribute("within", within);
        model.addAttribute("choices", RENEWAL_DAYS);
        model.addAttribute("locale", locale);
        return "membership/plans";
    }

    @GetMapping("/tiers/plans/endings")
    String endings(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        LocalDate asOf = clock.today();
        YearMonth wanted = month(month).orElseGet(() -> YearMonth.from(asOf));
        Slice<Ending> found = reading.endings(asOf, wanted, page, PAGE_SIZE);
        model.addAttribute("found", found);
        model.addAttribute("month", wanted);
        model.addAttribute("asOf", asOf);
        model.addAttribute(
                "cards",
                users.cards(found.rows().stream().map(Ending::user).distinct().toList()));
        model.addAttribute("address", "/tiers/plans/endings?month=" + wanted);
        model.addAttribute("locale", locale);
        return "membership/endings";
    }

    @GetMapping("/tiers/plans/new")
    String create(Locale locale, Model model) {
        return form(PlanForm.empty(), Optional.empty(), locale, model);
    }

    @GetMapping(PLAN)
    String show(@PathVariable long plan, Locale locale, Model model) {
        Plan known = plans.plan(plan);
        return form(PlanForm.of(known, format.currency()), Optional.of(known), locale, model);
    }

    @PostMapping("/tiers/plans")
    String create(
            @ModelAttribute("typed") PlanForm typed,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            plans.create(typed.terms(format.currency()));
            return done("tiers.plan.saved", locale, flash);
        } catch (Refusal.Rejected refusal) {
            refuse(refusal, locale, model, response);
            return form(typed, Optional.empty(), locale, model);
        }
    }

    @PostMapping(PLAN)
    String change(
            @PathVariable long plan,
            @ModelAttribute("typed") PlanForm typed,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Plan known = plans.plan(plan);
        try {
            plans.change(plan, typed.seen(), typed.terms(format.currency()));
            return done("tiers.plan.saved", locale, flash);
        } catch (PlanChangedMeanwhile meanwhile) {
            Plan now = plans.plan(plan);
            Object[] name = {now.terms().name(locale)};
            model.addAttribute("meanwhile", messages.getMessage(meanwhile.messageCode(), name, locale));
            PlanForm stored = PlanForm.of(now, format.currency());
            PlanForm kept = touched.over(stored, typed);
            model.addAttribute("beside", beside(stored, kept, locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(kept, Optional.of(now), locale, model);
        } catch (Refusal.Rejected refusal) {
            refuse(refusal, locale, model, response);
            return form(typed, Optional.of(known), locale, model);
        }
    }

    @PostMapping(PLAN + "/retirement")
    String retire(@PathVariable long plan, Locale locale, RedirectAttributes flash) {
        plans.sell(plan, false);
        return done("tiers.plan.retired", locale, flash);
    }

    @PostMapping(PLAN + "/offer")
    String offer(@PathVariable long plan, Locale locale, RedirectAttributes flash) {
        plans.sell(plan, true);
        return done("tiers.plan.offered", locale, flash);
    }

    private String form(PlanForm typed, Optional<Plan> plan, Locale locale, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("plan", plan.orElse(null));
        model.addAttribute("tiers", plans.tiers());
        model.addAttribute("units", TermLength.Unit.values());
        model.addAttribute("currency", format.currency().getCurrencyCode());
        model.addAttribute("locale", locale);
        return "membership/plan";
    }

    private List<SideBySide.Field> beside(PlanForm stored, PlanForm typed, Locale locale) {
        return new SideBySide(messages, locale)
                .text("tiers.field.nameEn", stored.nameEn(), typed.nameEn())
                .text("tiers.field.nameZh", stored.nameZh(), typed.nameZh())
                .text(
                        "tiers.plan.price.in",
                        stored.price(),
                        typed.price(),
                        format.currency().getCurrencyCode())
                .text("tiers.plan.entry", tierName(stored, locale), tierName(typed, locale))
                .text("tiers.plan.count", stored.count(), typed.count())
                .choice("tiers.plan.unit", unit(stored), unit(typed))
                .fields();
    }

    private String tierName(PlanForm form, Locale locale) {
        String number = form.tier() == null ? "" : form.tier();
        return tierNames(locale).entrySet().stream()
                .filter(tier -> tier.getKey().toString().equals(number))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(number);
    }

    private static String unit(PlanForm form) {
        return form.unit() == null ? "" : form.unit().name();
    }

    private void refuse(Refusal refusal, Locale locale, Model model, HttpServletResponse response) {
        model.addAttribute("field", refusal.field().orElse(""));
        model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private String done(String message, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("done", messages.getMessage(message, null, locale));
        return "redirect:/tiers/plans";
    }

    /** By number; of a tier that is gone, as it was called last. */
    private Map<Integer, String> tierNames(Locale locale) {
        return program.versions().stream()
                .filter(version -> !version.isDraft())
                .flatMap(version -> version.terms().tiers().stream())
                .collect(Collectors.toMap(Tier::number, tier -> tier.name(locale), (newer, older) -> newer));
    }

    private static Money total(Map<Long, PlanFigures> figures, Function<PlanFigures, Money> which) {
        return figures.values().stream().map(which).reduce(Money.ZERO, Money::plus);
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
