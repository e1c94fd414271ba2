package io.wellspring.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.wellspring.shared.BusinessClock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the scheduler library is asked to do. A task instance is a job's name, and the library runs an instance in one place at a time,
 * noticing by heartbeats when that place died: so a job never runs twice at once, and comes back.
 *
 * <p>A submit whose wake-up got lost (the process died after the commit, or the loop was just ending) is found by the sweeper.
 */
@Configuration(proxyBeanMethods = false)
class JobTasks {

    static final TaskDescriptor<Void> RUN = TaskDescriptor.of("job");
    static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);

    @Bean
    CustomTask<Void> jobTask(JobLoop loop, JobQueue queue, BusinessClock clock) {
        return Tasks.custom(RUN)
                .onFailureReschedule(FixedDelay.of(BETWEEN_SWEEPS))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    loop.drain(
                            instance.getId(), () -> context.getSchedulerState().isShuttingDown());
                    return (complete, operations) -> {
                        operations.remove();
                        wakeAgain(instance.getId(), queue, context.getSchedulerClient(), clock);
                    };
                });
    }

    @Bean
    RecurringTask<Void> jobSweeper(JobQueue queue, BusinessClock clock) {
        return Tasks.recurring("job-sweeper", FixedDelay.of(BETWEEN_SWEEPS))
                .execute((instance, context) -> queue.jobsToWake()
                        .forEach(job -> context.getSchedulerClient().scheduleIfNotExists(runOf(job), clock.now())));
    }

    @Bean
    JobSchedule jobSchedule(JobCatalogue catalogue, JobRunner runner, BusinessClock clock) {
        return new JobSchedule(catalogue, runner, clock);
    }

    /** The one place where {@code job} runs. */
    static TaskInstance<Void> runOf(String job) {
        return RUN.instance(job).build();
    }

    /** Something submitted between the loop's last look and the removal of its execution found the place still taken. */
    private static void wakeAgain(String job, JobQueue queue, SchedulerClient scheduler, BusinessClock clock) {
        if (queue.jobsToWake().contains(job)) {
            scheduler.scheduleIfNotExists(runOf(job), clock.now());
        }
    }
}
