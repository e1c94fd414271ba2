package io.wellspring.pipeline;

import io.wellspring.activity.ActivityLog;
import io.wellspring.activity.OrderIntake;
import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import io.wellspring.lifecycle.LifecycleStaging;
import io.wellspring.membership.Tiering;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.PointsEarning;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsSums;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.tags.TagExpiry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The order of the refresh, and the only place that knows it: figures from facts, standing from figures, the picture from all. Each step
 * commits by itself and may be done again; its argument is an intake, {@value #ALL}, {@value
 * #WITHOUT_DEMO} after fictional users have gone, or nothing in the nightly run.
 */
@Component
@RequiredArgsConstructor
class RefreshJob implements Job {

    static final String NAME = "refresh";
    static final String ALL = "all";
    static final String WITHOUT_DEMO = "without-demo";

    /** What a scheduled run is submitted with. */
    private static final String NIGHTLY = "";

    /** A ruler's first snapshot is compared with one of a month earlier. */
    private static final int DAYS_BEFORE = 30;

    private static final int STEPS = 7;
    private static final int DRIFT_COUNTED = 1000;

    private final ActivityLog activity;
    private final OrderIntake orders;
    private final MetricsRefresh metrics;
    private final HistoryRefresh histories;
    private final RfmScoring rfm;
    private final LifecycleStaging lifecycle;
    private final Tiering tiers;
    private final ProfileRefresh profiles;
    private final SegmentRefresh segments;
    private final TagExpiry tags;
    private final PointsEarning earning;
    private final PointsExpiry expiry;
    private final PointsSums sums;
    private final BusinessClock clock;

    @Override
    public String name() {
        return NAME;
    }

    /** Every night, when the business day has turned. */
    @Override
    public Optional<String> schedule() {
        return Optional.of("0 10 0 * * *");
    }

    /**
     * Refreshes; a nightly run first compares what is kept with the facts, and takes away tags whose time is over. Where ledgers of
     * points do not add up, that is for people to look at: nothing brings them in line.
     *
     * @throws FiguresDrifted if it differed, after everything was brought in line again
     * @throws PointsUnbalanced if ledgers of points do not add up
     */
    @Override
    public void run(JobProgress progress) {
        int drifted = progress.argument().equals(NIGHTLY) ? drift(progress) : 0;
        int unbalanced = progress.argument().equals(NIGHTLY) ? sums.compare() : 0;
        if (progress.argument().equals(NIGHTLY)) {
            tags.expire(clock.today());
        }
        refresh(progress, drifted > 0);
        if (unbalanced > 0) {
            throw new PointsUnbalanced(unbalanced);
        }
        if (drifted > 0) {
            throw new FiguresDrifted(drifted);
        }
    }

    private int drift(JobProgress progress) {
        progress.phase("pipeline.phase.drift", 0);
        return Stream.of(
                        metrics.drift(DRIFT_COUNTED).size(),
                        histories.drift(DRIFT_COUNTED).size(),
                        lifecycle.drift(DRIFT_COUNTED),
                        tiers.drift(DRIFT_COUNTED),
                        profiles.drift(DRIFT_COUNTED).size())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void refresh(JobProgress progress, boolean drifted) {
        Optional<Long> intake =
                progress.argument().matches("\\d+") ? Optional.of(Long.valueOf(progress.argument())) : Optional.empty();
        int window = rfm.windowDays();
        LocalDate asOf = new AsOf(clock.today(), activity.lastOrderDay(), window).day();
        intake.ifPresent(orders::settle);
        progress.phase("pipeline.phase.metrics", STEPS);
        intake.ifPresentOrElse(
                touched -> metrics.refreshTouched(touched, asOf, window), () -> metrics.refreshAll(asOf, window));
        intake.ifPresentOrElse(histories::refreshTouched, histories::refreshAll);
        progress.phase("pipeline.phase.rfm", STEPS);
        progress.advancedTo(1);
        if (progress.argument().equals(WITHOUT_DEMO)) {
            rfm.forgetSnapshots();
        }
        rfm.runWithPast(asOf, DAYS_BEFORE);
        progress.phase("pipeline.phase.lifecycle", STEPS);
        progress.advancedTo(2);
        if (progress.argument().equals(NIGHTLY) && !drifted) {
            lifecycle.turnTo(asOf);
        } else {
            intake.ifPresentOrElse(
                    touched -> lifecycle.refreshTouched(touched, asOf), () -> lifecycle.refreshAll(asOf));
        }
        progress.phase("pipeline.phase.tiers", STEPS);
        progress.advancedTo(3);
        intake.ifPresentOrElse(tiers::postGrowth, tiers::postGrowth);
        tiers.catchUp(asOf);
        progress.phase("pipeline.phase.points", STEPS);
        progress.advancedTo(4);
        earn(intake);
        progress.phase("pipeline.phase.profiles", STEPS);
        progress.advancedTo(5);
        profiles.refreshAll();
        progress.phase("pipeline.phase.segments", STEPS);
        progress.advancedTo(6);
        segments.refreshAll();
        progress.advancedTo(STEPS);
    }

    /** Points come before they go: what the facts of long ago bring may be over by today. */
    private void earn(Optional<Long> intake) {
        LocalDate today = clock.today();
        if (intake.isEmpty()) {
            expiry.sweep();
        }
        intake.ifPresentOrElse(touched -> earning.earnFrom(touched, today), () -> earning.earn(today));
        expiry.expire(today);
        intake.ifPresentOrElse(touched -> sums.addUpIfShort(today), () -> sums.addUp(today));
    }
}
