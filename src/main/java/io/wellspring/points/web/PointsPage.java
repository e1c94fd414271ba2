package io.wellspring.points.web;

import io.wellspring.jobs.State;
import io.wellspring.points.BurnShare;
import io.wellspring.points.EarningRules;
import io.wellspring.points.ExpiringMonth;
import io.wellspring.points.Outstanding;
import io.wellspring.points.PointsFlow;
import io.wellspring.points.PointsOfAll;
import io.wellspring.points.PointsReading;
import io.wellspring.points.PointsSettings;
import io.wellspring.points.PointsSums;
import io.wellspring.points.PointsTerms;
import io.wellspring.points.Reconciliation;
import io.wellspring.points.RuleFigures;
import io.wellspring.shared.Money;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Chart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All points together: what came and went, what is outstanding and until when, and whether it adds up. */
@Controller
@RequiredArgsConstructor
class PointsPage {

    private static final String RECONCILIATION = "/points/reconciliation";
    private static final Set<String> PAGES = Set.of("/points", "/points/liability", RECONCILIATION);
    private static final int MONTHS = 12;
    private static final int DRIFT_SHOWN = 100;

    private final PointsReading reading;
    private final PointsSums sums;
    private final EarningRules rules;
    private final PointsSettings settings;
    private final WellspringProperties properties;
    private final MessageSource messages;

    /** @param burn what of past lots with as many months left was spent in time; empty where none is known, and for what never expires */
    record Expiring(ExpiringMonth month, Money worth, Optional<BurnShare> burn) {

        public Optional<Long> likelyBurned() {
            return burn.map(past -> Math.round(month.amount() * past.share()));
        }
    }

    /** @param worth what of it was not taken back */
    record RuleRow(RuleFigures figures, Money worth) {}

    @GetMapping("/points")
    String overview(Locale locale, Model model) {
        Optional<PointsOfAll> known = reading.ofAll();
        if (known.isEmpty()) {
            return notYet("/points", "overview", model);
        }
        PointsOfAll all = known.get();
        LocalDate today = all.asOf();
        List<PointsFlow> flows = all.flows();
        List<PointsView.Month> months = PointsView.months(flows, YearMonth.from(today), MONTHS);
        Outstanding outstanding = all.outstanding();
        addKept(all.kept(), all.addedUpAt(), "/points", model);
        model.addAttribute("today", today);
        model.addAttribute("outstanding", outstanding);
        model.addAttribute("worth", settings.terms().worth(outstanding.all(), properties.currency()));
        model.addAttribute("sums", PointsView.Sums.of(flows));
        model.addAttribute("months", months.reversed());
        model.addAttribute("firstDay", months.getFirst().month().atDay(1));
        PointsTerms terms = settings.terms();
        model.addAttribute(
                "figures",
                rules.figures().stream()
                        .map(one -> new RuleRow(one, terms.worth(one.kept(), properties.currency())))
                        .toList());
        model.addAttribute("sources", PointsView.bySource(flows));
        model.addAttribute(
                "chart",
                PointsView.chart(
                        months,
                        messages.getMessage("points.issued", null, locale),
                        messages.getMessage("points.burned", null, locale),
                        messages.getMessage("points.expired", null, locale)));
        return "points/overview";
    }

    @GetMapping("/points/liability")
    String liability(Locale locale, Model model) {
        Optional<PointsOfAll> known = reading.ofAll();
        if (known.isEmpty()) {
            return notYet("/points/liability", "liability", model);
        }
        PointsOfAll all = known.get();
        LocalDate today = all.asOf();
        PointsTerms terms = settings.terms();
        List<ExpiringMonth> months = all.expiring();
        List<BurnShare> shares = reading.burnShares();
        Outstanding outstanding = all.outstanding();
        addKept(all.kept(), all.addedUpAt(), "/points/liability", model);
        model.addAttribute("today", today);
        model.addAttribute("terms", terms);
        model.addAttribute("outstanding", outstanding);
        model.addAttribute("worth", terms.worth(outstanding.all(), properties.currency()));
        model.addAttribute("owed", terms.worth(outstanding.debt(), properties.currency()));
        model.addAttribute(
                "months",
                months.stream()
                        .map(month -> new Expiring(
                                month,
                                terms.worth(month.amount(), properties.currency()),
                                month.month().flatMap(last -> burn(shares, today, last))))
                        .toList());
        String never = messages.getMessage("points.never", null, locale);
        model.addAttribute(
                "chart",
                Chart.of(
                        "bars",
                        Map.of(
                                "labels",
                                months.stream()
                                        .map(one -> one.month()
                                                .map(YearMonth::toString)
                                                .orElse(never))
                                        .toList(),
                                "series",
                                List.of(Map.of(
                                        "name",
                                        messages.getMessage("points.outstanding", null, locale),
                                        "values",
                                        months.stream()
                                                .map(ExpiringMonth::amount)
                                                .toList())))));
        return "points/liability";
    }

    private static Optional<BurnShare> burn(List<BurnShare> shares, LocalDate today, YearMonth last) {
        long left = ChronoUnit.MONTHS.between(YearMonth.from(today), last);
        return shares.stream().filter(share -> share.monthsLeft() == left).findFirst();
    }

    @GetMapping(RECONCILIATION)
    String reconciliation(Model model) {
        Optional<Reconciliation> known = reading.reconciliation(DRIFT_SHOWN);
        if (known.isEmpty()) {
            return notYet(RECONCILIATION, "reconciliation", model);
        }
        Reconciliation found = known.get();
        addKept(found.kept(), found.comparedAt(), RECONCILIATION, model);
        model.addAttribute("drift", found.drift());
        return "points/reconciliation";
    }

    /** @param back the page somebody does not want to wait for */
    @PostMapping("/points/sums")
    String addUp(@RequestParam(defaultValue = "/points") String back) {
        sums.request();
        return "redirect:" + (PAGES.contains(back) ? back : "/points");
    }

    /** The page while there are no figures: what works on them, or how to ask for them. */
    private String notYet(String page, String tab, Model model) {
        model.addAttribute("back", page);
        model.addAttribute("tab", tab);
        sums.run()
                .filter(run -> !run.isOver() || run.state() == State.FAILED)
                .ifPresent(run -> model.addAttribute("run", run));
        return "points/not-yet";
    }

    private void addKept(boolean kept, Instant at, String back, Model model) {
        if (kept) {
            model.addAttribute("addedUpAt", at);
            model.addAttribute("back", back);
            sums.run()
                    .filter(run -> !run.isOver()
                            || run.state() == State.FAILED && run.queuedAt().isAfter(at))
                    .ifPresent(run -> model.addAttribute("run", run));
        }
    }
}
