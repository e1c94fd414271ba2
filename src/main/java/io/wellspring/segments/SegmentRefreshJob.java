package io.wellspring.segments;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Brings segments up to date: one, whose number is the argument, or all. */
@Component
@RequiredArgsConstructor
class SegmentRefreshJob implements Job {

    static final String NAME = "segments.refresh";

    private final SegmentRefresh refresh;

    @Override
    public String name() {
        return NAME;
    }

    /** Every hour: members of others, tags and attributes change between two refreshes of the figures. */
    @Override
    public Optional<String> schedule() {
        return Optional.of("0 35 * * * *");
    }

    @Override
    public void run(JobProgress progress) {
        progress.phase("segments.phase.refresh", 0);
        if (progress.argument().isEmpty()) {
            refresh.refreshAll();
        } else {
            refresh.refresh(Long.parseLong(progress.argument()));
        }
    }
}
