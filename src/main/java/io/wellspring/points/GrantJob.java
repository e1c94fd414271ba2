package io.wellspring.points;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Gives a grant, whose number is the argument, or takes it back: whichever its state says is still to be done. */
@Component
@RequiredArgsConstructor
class GrantJob implements Job {

    static final String NAME = "points.grant";

    private final GrantWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        work.goOn(Long.parseLong(progress.argument()), progress);
    }
}
