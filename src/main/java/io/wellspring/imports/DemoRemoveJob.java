package io.wellspring.imports;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Removes the demo data, all or nothing. */
@Component
@RequiredArgsConstructor
class DemoRemoveJob implements Job {

    static final String NAME = "imports.demo-remove";

    private final DemoWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        progress.phase("imports.phase.demo-remove", 0);
        work.remove();
    }
}
