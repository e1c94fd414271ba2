package io.wellspring.dashboard.web;

import io.wellspring.jobs.JobFilter;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.metrics.BusinessFigures;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MonthFigures;
import io.wellspring.metrics.PeriodFigures;
import io.wellspring.metrics.PresetPeriod;
import io.wellspring.rfm.RfmClass;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmPicture;
import io.wellspring.rfm.RfmReading;
import io.wellspring.shared.Period;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.Chart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: how the business did in a period, against the one before, and who the users are. */
@Controller
@RequiredArgsConstructor
class OverviewPage {

    private static final int MONTHS_SHOWN = 24;
    private static final int JOBS_SHOWN = 3;

    private final BusinessFigures figures;
    private final RfmReading rfm;
    private final RfmModels models;
    private final JobRunner jobs;
    private final WellspringProperties properties;

    @GetMapping({"/", "/overview"})
    String show(
            @RequestParam(defaultValue = "LAST_30_DAYS") PresetPeriod period,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            Locale locale,
            Model model) {
        List<JobRun> running = jobs.runs(JobFilter.none(), 1).rows().stream()
                .filter(run -> !run.isOver())
                .limit(JOBS_SHOWN)
                .toList();
        model.addAttribute("running", running);
        Optional<CurrentFigures> current = figures.current();
        LocalDate firstDay = figures.bounds().firstDay().orElse(LocalDate.MAX);
        if (current.isEmpty() || firstDay.equals(LocalDate.MAX)) {
            return "dashboard/empty";
        }
        LocalDate asOf = current.get().asOf();
        boolean custom = from.isPresent() && to.isPresent() && !to.get().isBefore(from.get());
        Period chosen = custom ? Period.closed(from.get(), to.get()) : period.upTo(asOf, firstDay);
        Optional<Period> before = custom ? Optional.of(chosen.previous()) : period.before(asOf);
        PeriodFigures now = figures.period(chosen).orElseThrow();
        Optional<PeriodFigures> then = before.flatMap(figures::period);
        model.addAttribute("current", current.get());
        model.addAttribute("period", chosen);
        model.addAttribute("before", before.orElse(null));
        model.addAttribute("preset", custom ? null : period);
        model.addAttribute("presets", PresetPeriod.values());
        model.addAttribute("wrongRange", from.isPresent() && to.isPresent() && !custom);
        model.addAttribute("now", now);
        model.addAttribute("kpis", Kpi.all(now, then, chosen));
        List<MonthFigures> months = figures.months(months(chosen, asOf, firstDay));
        model.addAttribute("months", months.reversed());
        model.addAttribute("revenue", revenue(months));
        rfm.standing().ifPresent(snapshot -> {
            RfmPicture picture = rfm.picture(snapshot.id());
            model.addAttribute("picture", picture);
            model.addAttribute("classes", RfmClass.ALL);
            model.addAttribute("words", models.words(locale));
        });
        return "dashboard/overview";
    }

    /** Whole months up to the end of the period: two years, or all of the period if that is longer. */
    private static Period months(Period chosen, LocalDate asOf, LocalDate firstDay) {
        LocalDate last = chosen.lastDay().isAfter(asOf) ? asOf : chosen.lastDay();
        LocalDate shown = last.withDayOfMonth(1).minusMonths(MONTHS_SHOWN - 1L);
        LocalDate start = chosen.from().isBefore(shown) ? chosen.from().withDayOfMonth(1) : shown;
        LocalDate known = firstDay.withDayOfMonth(1);
        LocalDate begin = start.isBefore(known) ? known : start;
        return Period.closed(begin.isAfter(last) ? last : begin, last);
    }

    private Chart revenue(List<MonthFigures> months) {
        List<BigDecimal> values = months.stream()
                .map(month -> month.net().in(properties.currency()))
                .toList();
        return Chart.of(
                "bars",
                Map.of(
                        "labels",
                        months.stream().map(month -> month.month().toString()).toList(),
                        "series",
                        List.of(Map.of("name", "", "values", values))));
    }
}
