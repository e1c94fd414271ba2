package io.wellspring.pipeline;

import io.wellspring.activity.ActivityLog;
import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.BusinessClock;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The order of the refresh, and the only place that knows it: figures from facts, standing from figures, the picture from all. Each step
 * commits by itself and may be done again; its argument is an intake; {@value #ALL}, or none as the schedule gives, is
 * everything.
 */
@Component
@RequiredArgsConstructor
class RefreshJob implements Job {

    static final String NAME = "refresh";
    static final String ALL = "all";

    private static final int STEPS = 3;

    private final ActivityLog activity;
    private final MetricsRefresh metrics;
    private final RfmScoring rfm;
    private final ProfileRefresh profiles;
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

    @Override
    public void run(JobProgress progress) {
        Optional<Long> intake =
                progress.argument().matches("\\d+") ? Optional.of(Long.valueOf(progress.argument())) : Optional.empty();
        int window = rfm.windowDays();
        LocalDate asOf = new AsOf(clock.today(), activity.lastOrderDay(), window).day();
        progress.phase("pipeline.phase.metrics", STEPS);
        intake.ifPresentOrElse(
                touched -> metrics.refreshTouched(touched, asOf, window), () -> metrics.refreshAll(asOf, window));
        progress.phase("pipeline.phase.rfm", STEPS);
        progress.advancedTo(1);
        rfm.run(asOf);
        progress.phase("pipeline.phase.profiles", STEPS);
        progress.advancedTo(2);
        profiles.refreshAll();
        progress.advancedTo(STEPS);
    }
}
