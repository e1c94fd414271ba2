package io.wellspring.jobs;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.wellspring.shared.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/** Submits the jobs that run by themselves, each at its own times in the business zone. */
class JobSchedule extends AbstractTask<Void> implements OnStartup {

    static final String NAME = "job-schedule";

    private final JobCatalogue catalogue;
    private final JobRunner runner;
    private final BusinessClock clock;

    JobSchedule(JobCatalogue catalogue, JobRunner runner, BusinessClock clock) {
        super(
                NAME,
                Void.class,
                new FailureHandler.OnFailureRetryLater<>(Duration.ofMinutes(1)),
                new DeadExecutionHandler.ReviveDeadExecution<>());
        this.catalogue = catalogue;
        this.runner = runner;
        this.clock = clock;
    }

    /** The next time {@code job} is due after {@code moment}; empty if it has no schedule. */
    static Optional<Instant> next(Job job, Instant moment, BusinessClock clock) {
        return job.schedule()
                .map(cron -> CronExpression.parse(cron).next(moment.atZone(clock.zone())))
                .map(time -> time.toInstant());
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Job> job = catalogue.find(instance.getId());
        job.filter(scheduled -> scheduled.schedule().isPresent())
                .ifPresent(scheduled -> runner.submit(scheduled.name(), "", ""));
        Optional<Instant> next = job.flatMap(scheduled -> next(scheduled, clock.now(), clock));
        return (complete, operations) ->
                next.ifPresentOrElse(time -> operations.reschedule(complete, time), operations::remove);
    }

    /** A job is due when its schedule of today says so; a time that passed while nobody ran is made up for at once. */
    @Override
    public void onStartup(SchedulerClient scheduler, Clock schedulerClock) {
        Instant now = clock.now();
        for (Job job : catalogue.all()) {
            next(job, now, clock).ifPresent(time -> agree(scheduler, job.name(), time, now));
        }
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), clock.now());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }

    private void agree(SchedulerClient scheduler, String job, Instant time, Instant now) {
        TaskInstance<Void> instance = instance(job);
        Optional<ScheduledExecution<Object>> known = scheduler.getScheduledExecution(instance);
        if (known.isEmpty()) {
            scheduler.scheduleIfNotExists(instance, time);
        } else if (!known.get().isPicked() && known.get().getExecutionTime().isAfter(now)) {
            scheduler.reschedule(instance, time);
        }
    }
}
