package io.wellspring.membership.web;

import io.wellspring.membership.Benefit;
import io.wellspring.membership.BenefitCatalogue;
import io.wellspring.membership.BenefitChangedMeanwhile;
import io.wellspring.membership.BenefitDesk;
import io.wellspring.membership.BenefitFigures;
import io.wellspring.membership.BenefitKind;
import io.wellspring.membership.BenefitReading;
import io.wellspring.membership.Claim;
import io.wellspring.membership.ClaimFilter;
import io.wellspring.membership.ClaimRate;
import io.wellspring.membership.CurrentTiers;
import io.wellspring.membership.Programme;
import io.wellspring.membership.QuotaPeriod;
import io.wellspring.membership.TierProgram;
import io.wellspring.membership.Tiering;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.Slice;
import io.wellspring.shared.web.Format;
import io.wellspring.shared.web.SideBySide;
import io.wellspring.shared.web.Touched;
import io.wellspring.users.UserDirectory;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
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

/** The benefits there are, what was claimed of them, and the forms by which managers keep them. */
@Controller
@RequiredArgsConstructor
class BenefitsPage {

    private static final String BENEFIT = "/benefits/{benefit:[1-9]\\d{0,17}}";
    private static final int PAGE_SIZE = 50;

    private final BenefitCatalogue catalogue;
    private final BenefitReading reading;
    private final BenefitDesk desk;
    private final TierProgram program;
    private final Tiering tiering;
    private final UserDirectory users;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Format format;

    @GetMapping("/benefits")
    String list(Locale locale, Model model) {
        LocalDate today = clock.today();
        model.addAttribute("view", view(reading.figures(today), reading.rates(today)));
        model.addAttribute("locale", locale);
        return "membership/benefits";
    }

    @GetMapping("/benefits/new")
    String create(Locale locale, Model model) {
        return form(BenefitForm.empty(clock.today()), null, locale, model);
    }

    /** @param tier only claims of the last twelve months, not undone, of who holds the tier of this number now: those the rate counts */
    @GetMapping(BENEFIT)
    String show(
            @PathVariable long benefit,
            @RequestParam(required = false) Optional<Integer> tier,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        Benefit known = catalogue.benefit(benefit);
        ClaimFilter filter = tier.map(number ->
                        new ClaimFilter(Optional.empty(), Optional.of(benefit), tier, Optional.of(firstDay()), false))
                .orElseGet(() -> ClaimFilter.of(benefit));
        Slice<Claim> claims = desk.claims(filter, page, PAGE_SIZE);
        model.addAttribute("claims", claims);
        model.addAttribute(
                "cards",
                users.cards(claims.rows().stream().map(Claim::user).distinct().toList()));
        model.addAttribute("tier", tier.orElse(null));
        return form(BenefitForm.of(known, format.currency()), known, locale, model);
    }

    @PostMapping("/benefits")
    String create(
            @ModelAttribute("typed") BenefitForm typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        return changing(
                () -> saved(catalogue.create(typed.terms(format.currency())), flash, locale),
                typed,
                null,
                model,
                response,
                locale);
    }

    @PostMapping(BENEFIT)
    String change(
            @PathVariable long benefit,
            @ModelAttribute("typed") BenefitForm typed,
            @RequestParam(defaultValue = Touched.UNTOLD) Touched touched,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash,
            Locale locale) {
        Benefit known = catalogue.benefit(benefit);
        try {
            return changing(
                    () -> {
                        catalogue.change(benefit, typed.seen(), typed.terms(format.currency()));
                        return saved(benefit, flash, locale);
                    },
                    typed,
                    known,
                    model,
                    response,
                    locale);
        } catch (BenefitChangedMeanwhile meanwhile) {
            Benefit now = catalogue.benefit(benefit);
            Object[] name = {now.name(locale)};
            model.addAttribute("meanwhile", messages.getMessage(meanwhile.messageCode(), name, locale));
            BenefitForm stored = BenefitForm.of(now, format.currency());
            BenefitForm kept = touched.over(stored, typed);
            model.addAttribute("beside", beside(stored, kept, locale));
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(kept, now, locale, model);
        }
    }

    @PostMapping(BENEFIT + "/retirement")
    String retire(@PathVariable long benefit, RedirectAttributes flash, Locale locale) {
        catalogue.retire(benefit, true);
        return saved(benefit, flash, locale);
    }

    @PostMapping(BENEFIT + "/return")
    String bringBack(@PathVariable long benefit, RedirectAttributes flash, Locale locale) {
        catalogue.retire(benefit, false);
        return saved(benefit, flash, locale);
    }

    private BenefitsView view(Map<Long, BenefitFigures> figures, List<ClaimRate> rates) {
        return new BenefitsView(
                catalogue.benefits(), figures, rates, standing(program.versions()), firstDay(), clock.today());
    }

    /** The version by which users stand; before anybody does, the newest that was published. */
    private Optional<Programme> standing(List<Programme> versions) {
        Optional<Integer> made = tiering.current().map(CurrentTiers::version);
        return versions.stream()
                .filter(version ->
                        made.map(number -> number == version.version()).orElse(!version.isDraft()))
                .findFirst();
    }

    private LocalDate firstDay() {
        return BenefitReading.firstDay(clock.today());
    }

    private String changing(
            Supplier<String> change,
            BenefitForm typed,
            @Nullable Benefit benefit,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            return change.get();
        } catch (Refusal refusal) {
            model.addAttribute("field", refusal.field().orElseThrow(() -> refusal));
            model.addAttribute("wrong", messages.getMessage(refusal.messageCode(), refusal.facts(), locale));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(typed, benefit, locale, model);
        }
    }

    private List<SideBySide.Field> beside(BenefitForm stored, BenefitForm typed, Locale locale) {
        return new SideBySide(messages, locale)
                .text("tiers.field.nameEn", stored.nameEn(), typed.nameEn())
                .text("tiers.field.nameZh", stored.nameZh(), typed.nameZh())
                .text("benefits.description", stored.description(), typed.description())
                .choice("benefits.kind", stored.kind(), typed.kind())
                .text("benefits.points", stored.points(), typed.points())
                .text("benefits.pointsDays", stored.pointsDays(), typed.pointsDays())
                .text(
                        "benefits.cost.one",
                        stored.cost(),
                        typed.cost(),
                        format.currency().getCurrencyCode())
                .text("benefits.quota.user", stored.quota(), typed.quota())
                .choice("benefits.period", stored.period(), typed.period())
                .text("benefits.activeFrom", stored.activeFrom(), typed.activeFrom())
                .text("benefits.activeUntil", stored.activeUntil(), typed.activeUntil())
                .fields();
    }

    private String saved(long benefit, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute("done", messages.getMessage("benefits.saved", null, locale));
        return "redirect:/benefits/" + benefit;
    }

    private String form(BenefitForm typed, @Nullable Benefit benefit, Locale locale, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("benefit", benefit);
        model.addAttribute("view", view(Map.of(), List.of()));
        model.addAttribute("kinds", BenefitKind.values());
        model.addAttribute("currency", format.currency().getCurrencyCode());
        model.addAttribute("periods", QuotaPeriod.values());
        model.addAttribute("locale", locale);
        return "membership/benefit";
    }
}
