package io.wellspring.imports;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Makes the demo data and takes it in, all or nothing. */
@Component
@RequiredArgsConstructor
class DemoLoadJob implements Job {

    static final String NAME = "imports.demo-load";

    private final DemoWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        progress.phase("imports.phase.demo", DemoGenerator.USERS);
        work.load(progress);
    }
}
