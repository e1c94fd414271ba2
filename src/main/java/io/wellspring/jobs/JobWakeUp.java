package io.wellspring.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.wellspring.shared.BusinessClock;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the scheduler that a job has something to do. Losing one of these costs seconds, not the run: see {@link JobTasks}. */
@Slf4j
@Component
@RequiredArgsConstructor
class JobWakeUp {

    private final ObjectProvider<SchedulerClient> scheduler;
    private final AsyncTaskExecutor applicationTaskExecutor;
    private final BusinessClock clock;

    /** On a thread of its own: right after a commit its connection is still bound to the caller's thread, and would not commit again. */
    void afterCommit(String job) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                applicationTaskExecutor.execute(() -> wake(job));
            }
        });
    }

    private void wake(String job) {
        try {
            scheduler.ifAvailable(client -> client.scheduleIfNotExists(JobTasks.runOf(job), clock.now()));
        } catch (RuntimeException e) {
            log.warn("Could not wake job {}; the sweeper will", job, e);
        }
    }
}
