package io.wellspring.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the scheduler library when everything else has started, and stops it before anything else stops. By hand: the library's own
 * starter looks for the data source where an older Spring Boot had it, finds none and stays silent.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "db-scheduler.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JobScheduling.Settings.class)
class JobScheduling {

    static final String TABLE = "jobs.scheduled_tasks";

    /**
     * How this instance takes part in the background work.
     *
     * @param threads how many different jobs it runs at a time
     * @param pollingInterval how soon it notices what another instance submitted
     * @param heartbeatInterval how often it shows that it lives
     * @param missedHeartbeatsLimit after how many silent intervals it is taken for dead
     * @param shutdownMaxWait how long running jobs may go on when it stops, before they are interrupted
     */
    @ConfigurationProperties("db-scheduler")
    record Settings(
            @DefaultValue("4") int threads,
            @DefaultValue("1s") Duration pollingInterval,
            @DefaultValue("3s") Duration heartbeatInterval,
            @DefaultValue("4") int missedHeartbeatsLimit,
            @DefaultValue("10s") Duration shutdownMaxWait) {}

    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource dataSource,
            CustomTask<Void> jobTask,
            RecurringTask<Void> jobSweeper,
            JobSchedule jobSchedule,
            Settings settings) {
        return Scheduler.create(dataSource, jobTask)
                .startTasks(jobSweeper)
                .startTasks(jobSchedule)
                .tableName(TABLE)
                .threads(settings.threads())
                .pollingInterval(settings.pollingInterval())
                .heartbeatInterval(settings.heartbeatInterval())
                .missedHeartbeatsLimit(settings.missedHeartbeatsLimit())
                .shutdownMaxWait(settings.shutdownMaxWait())
                .enableImmediateExecution()
                .build();
    }

    @Bean
    SmartLifecycle schedulerLifecycle(Scheduler scheduler) {
        return new LastInFirstOut(scheduler);
    }

    @RequiredArgsConstructor
    private static final class LastInFirstOut implements SmartLifecycle {

        private final Scheduler scheduler;

        @Override
        public void start() {
            scheduler.start();
        }

        @Override
        public void stop() {
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            return scheduler.getSchedulerState().isStarted()
                    && !scheduler.getSchedulerState().isShuttingDown();
        }
    }
}
