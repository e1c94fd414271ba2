package io.wellspring.imports;

import io.wellspring.jobs.JobRunner;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes on with a file that is to be committed without anyone asking, in the very transaction that has rehearsed it. */
@Component
@RequiredArgsConstructor
class CommitAfterRehearsal {

    private final ImportFiles files;
    private final JobRunner jobs;

    @EventListener
    void on(ImportRehearsed rehearsed) {
        long id = rehearsed.importId();
        files.findAndLock(id).filter(ImportFile::isToBeCommittedNow).ifPresent(file -> {
            file.startCommit();
            jobs.submit(CommitJob.NAME, "import " + id, Long.toString(id));
        });
    }
}
