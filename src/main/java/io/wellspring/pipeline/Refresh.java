package io.wellspring.pipeline;

import io.wellspring.imports.DemoRemoved;
import io.wellspring.imports.ImportCommitted;
import io.wellspring.imports.ImportUndone;
import io.wellspring.jobs.JobRunner;
import io.wellspring.lifecycle.ThresholdsSaved;
import io.wellspring.membership.ProgrammePublished;
import io.wellspring.points.EarningRuleSaved;
import io.wellspring.staff.ForManagers;
import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings everything that is derived from the facts up to date: after an import its users, every night all, in the one order there is. */
@Service
@RequiredArgsConstructor
public class Refresh {

    private final JobRunner jobs;

    /** Asks for a refresh of everything. */
    @ForManagers
    @Transactional
    public void request() {
        jobs.submit(RefreshJob.NAME, "", RefreshJob.ALL);
    }

    /** In the transaction of the commit itself, so that no import is ever left without its refresh. */
    @EventListener
    void afterImport(ImportCommitted committed) {
        jobs.submit(RefreshJob.NAME, "import " + committed.importId(), Long.toString(committed.importId()));
    }

    /** Who is gone leaves no trace by which to find what else changed: all figures are brought up to date. */
    @EventListener
    void afterUndo(ImportUndone undone) {
        jobs.submit(RefreshJob.NAME, "import " + undone.importId(), RefreshJob.ALL);
    }

    @EventListener
    void afterMerge(UsersMerged merged) {
        jobs.submit(RefreshJob.NAME, "", RefreshJob.ALL);
    }

    @EventListener
    void afterThresholds(ThresholdsSaved saved) {
        jobs.submit(RefreshJob.NAME, "", RefreshJob.ALL);
    }

    @EventListener
    void afterProgramme(ProgrammePublished published) {
        jobs.submit(RefreshJob.NAME, "", RefreshJob.ALL);
    }

    @EventListener
    void afterEarningRule(EarningRuleSaved saved) {
        jobs.submit(RefreshJob.NAME, "", RefreshJob.ALL);
    }

    @EventListener
    void afterDemo(DemoRemoved removed) {
        jobs.submit(RefreshJob.NAME, "demo", RefreshJob.WITHOUT_DEMO);
    }
}
