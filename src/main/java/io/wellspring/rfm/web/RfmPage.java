package io.wellspring.rfm.web;

import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.State;
import io.wellspring.metrics.BusinessFigures;
import io.wellspring.metrics.CurrentFigures;
import io.wellspring.rfm.NoSuchSnapshot;
import io.wellspring.rfm.RfmMigration;
import io.wellspring.rfm.RfmModels;
import io.wellspring.rfm.RfmPicture;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmRuns;
import io.wellspring.rfm.RfmSnapshot;
import io.wellspring.rfm.RfmWords;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.shared.web.CsvDownload;
import io.wellspring.shared.web.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** One snapshot in pictures and tables, and the button that takes another. */
@Controller
@RequiredArgsConstructor
class RfmPage {

    private static final int LONG_AGO_DAYS = 60;

    private final RfmReading reading;
    private final RfmModels models;
    private final RfmRuns runs;
    private final BusinessFigures figures;
    private final BusinessClock clock;
    private final MessageSource messages;
    private final Format format;
    private final WellspringProperties properties;

    @GetMapping("/rfm")
    String show(
            @RequestParam Optional<Long> snapshot,
            @RequestParam Optional<LocalDate> day,
            @RequestParam Optional<Integer> version,
            @RequestParam Optional<Long> against,
            @RequestParam(defaultValue = "RF") HeatAxes map,
            Locale locale,
            Model model) {
        List<RfmSnapshot> snapshots = reading.snapshots();
        Optional<LocalDate> lastOrderOn = figures.bounds().lastOrderOn();
        LocalDate asOf = figures.current().map(CurrentFigures::asOf).orElseGet(clock::today);
        model.addAttribute("snapshots", snapshots);
        model.addAttribute("versions", models.versions());
        model.addAttribute("asOf", asOf);
        model.addAttribute("today", clock.today());
        model.addAttribute("lastOrderOn", lastOrderOn.orElse(null));
        Optional<RfmSnapshot> chosen = chosen(snapshots, snapshot, day, version);
        runs.latest().filter(run -> worthShowing(run, chosen)).ifPresent(run -> model.addAttribute("run", run));
        if (chosen.isEmpty()) {
            return "rfm/empty";
        }
        RfmPicture picture = reading.picture(chosen.get().id());
        Optional<Long> other = against.or(() -> picture.snapshot().precedingId());
        RfmWords words = models.words(locale);
        Optional<RfmPicture> before = other.map(reading::picture);
        Optional<RfmMigration> migration =
                other.map(id -> reading.migration(id, picture.snapshot().id()));
        RfmView view = new RfmView(picture, before, migration, words, map);
        model.addAttribute("view", view);
        model.addAttribute("words", words);
        model.addAttribute("snapshot", picture.snapshot());
        model.addAttribute("map", map);
        model.addAttribute("maps", HeatAxes.values());
        model.addAttribute("treemap", view.treemap(messages, format, locale));
        model.addAttribute(
                "longAgo",
                lastOrderOn.isPresent()
                        && lastOrderOn.get().isBefore(picture.snapshot().asOf().minusDays(LONG_AGO_DAYS)));
        return "rfm/show";
    }

    @PostMapping("/rfm/runs")
    String run(@RequestParam LocalDate asOf, @RequestParam Optional<Integer> version) {
        runs.request(asOf, version);
        return "redirect:"
                + UriComponentsBuilder.fromPath("/rfm")
                        .queryParam("day", asOf)
                        .queryParamIfPresent("version", version)
                        .toUriString();
    }

    @GetMapping("/rfm/classes.csv")
    void classes(@RequestParam long snapshot, Locale locale, HttpServletResponse response) {
        RfmPicture picture = reading.picture(snapshot);
        RfmWords words = models.words(locale);
        Optional<RfmPicture> before = picture.snapshot().precedingId().map(reading::picture);
        RfmView view = new RfmView(picture, before, Optional.empty(), words, HeatAxes.RF);
        try (CsvDownload csv =
                CsvDownload.to(response, "rfm-" + picture.snapshot().asOf() + ".csv")) {
            csv.row(
                    text("rfm.column.class", locale),
                    text("rfm.column.code", locale),
                    text("rfm.column.users", locale),
                    text("rfm.column.share", locale),
                    text("rfm.column.revenue", locale),
                    text("rfm.column.revenue-share", locale),
                    text("rfm.column.per-user", locale),
                    text("rfm.column.users-before", locale),
                    text("rfm.column.action", locale));
            for (RfmView.ClassLine line : view.classes()) {
                csv.row(
                        line.name(),
                        line.feature(),
                        line.tally().users(),
                        line.share(),
                        line.tally().net().in(properties.currency()),
                        line.revenueShare(),
                        line.tally().perUser().in(properties.currency()),
                        line.usersBefore().orElse(null),
                        text("rfm.action." + line.klass().code(), locale));
            }
        }
    }

    private Optional<RfmSnapshot> chosen(
            List<RfmSnapshot> snapshots, Optional<Long> id, Optional<LocalDate> day, Optional<Integer> version) {
        if (id.isPresent()) {
            return Optional.of(snapshots.stream()
                    .filter(snapshot -> snapshot.id() == id.get())
                    .findFirst()
                    .orElseThrow(NoSuchSnapshot::new));
        }
        return day.flatMap(date -> reading.of(date, version))
                .or(() -> snapshots.stream().filter(RfmSnapshot::standing).findFirst());
    }

    /** While it goes on; and when it failed, until a newer snapshot makes up for it. */
    private static boolean worthShowing(JobRun run, Optional<RfmSnapshot> shown) {
        return !run.isOver()
                || run.state() == State.FAILED
                        && shown.map(snapshot -> snapshot.takenAt().isBefore(run.queuedAt()))
                                .orElse(true);
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
