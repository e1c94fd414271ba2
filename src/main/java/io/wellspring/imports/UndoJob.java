package io.wellspring.imports;

import io.wellspring.jobs.Job;
import io.wellspring.jobs.JobProgress;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Background work on one import; its argument is the import's number. */
@Component
@RequiredArgsConstructor
class UndoJob implements Job {

    static final String NAME = "imports.undo";

    private final UndoWork work;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(JobProgress progress) {
        work.undo(Long.parseLong(progress.argument()), progress);
    }
}
