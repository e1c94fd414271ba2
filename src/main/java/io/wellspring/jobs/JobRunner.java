package io.wellspring.jobs;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.ForOperatorsAndImportTokens;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where background work is asked for and looked at. */
@Service
@RequiredArgsConstructor
public class JobRunner {

    static final int PAGE_SIZE = 50;

    private final JobQueue queue;
    private final JobCatalogue catalogue;
    private final JobWakeUp wakeUp;
    private final CurrentStaff currentStaff;
    private final AuditTrail auditTrail;
    private final BusinessClock clock;

    /**
     * Asks for a run of {@code job}. It joins the caller's transaction: rolled back, it never runs; committed, it will run, even if
     * this process dies right after. If the same is already waiting, that run is returned: it will see what this transaction commits.
     *
     * <p>Open to every role, since no page leads here: the front door that asks for the run says who may, and the schedule is nobody.
     *
     * @param subject what it works on, shown to people; may be empty, never personal data
     * @param argument what the job reads from {@link JobProgress#argument()}
     * @return the run's id
     * @throws IllegalArgumentException if there is no such job
     */
    @Transactional
    public long submit(String job, String subject, String argument) {
        catalogue.require(job);
        String requestedBy = currentStaff.name().orElse("system");
        long run = queue.enqueue(job, subject, argument, requestedBy, clock.now());
        wakeUp.afterCommit(job);
        return run;
    }

    /**
     * Asks once more for what failed.
     *
     * @return the new run's id
     * @throws NoSuchRun if there is no such run
     * @throws RunNotFailed if it has not failed
     */
    @ForManagers
    @Transactional
    public long retry(long runId) {
        JobRun run = queue.find(runId).orElseThrow(NoSuchRun::new);
        if (run.state() != State.FAILED) {
            throw new RunNotFailed();
        }
        auditTrail.record(new RunRetried(runId, run.job()));
        return submit(run.job(), run.subject(), queue.argumentOf(runId));
    }

    @ForOperators
    @Transactional(readOnly = true)
    public Optional<JobRun> find(long runId) {
        return queue.find(runId);
    }

    /** The newest run of {@code job} on {@code subject}. */
    @ForOperatorsAndImportTokens
    @Transactional(readOnly = true)
    public Optional<JobRun> latest(String job, String subject) {
        return queue.latest(job, subject);
    }

    /** Runs, newest first. */
    @ForOperators
    @Transactional(readOnly = true)
    public Slice<JobRun> runs(JobFilter filter, int page) {
        return queue.runs(filter, page, PAGE_SIZE);
    }

    /** The names of all jobs there are. */
    @ForOperators
    public List<String> jobs() {
        return catalogue.names();
    }
}
