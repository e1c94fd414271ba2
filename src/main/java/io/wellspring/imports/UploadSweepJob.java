package io.wellspring.imports;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Throws away, every night, the uploads nobody has gone on with for a week. */
@Component
@RequiredArgsConstructor
class UploadSweepJob implements Job {

    static final String NAME = "imports.sweep";

    private final UploadDesk uploads;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> schedule() {
        return Optional.of("0 40 3 * * *");
    }

    @Override
    public void run(JobProgress progress) {
        uploads.sweep();
    }
}
