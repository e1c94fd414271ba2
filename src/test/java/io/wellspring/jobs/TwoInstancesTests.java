package io.wellspring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.wellspring.WellspringTest;
import io.wellspring.staff.AsStaff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two schedulers on one database, as two instances of the application have. */
@WellspringTest
@AsStaff
@Import(SampleJobs.class)
class TwoInstancesTests {

    @Autowired
    JobRunner runner;

    @Autowired
    SampleJobs.Counting counting;

    @Autowired
    CustomTask<Void> jobTask;

    @Autowired
    RecurringTask<Void> jobSweeper;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenRunsAreEachDoneOnceAndNeverTwoAtATime() throws InterruptedException {
        List<String> ten = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        Scheduler one = instance("one");
        Scheduler two = instance("two");
        one.start();
        two.start();
        try {
            for (String argument : ten) {
                runner.submit("count", "run " + argument, argument);
                Scheduler either = Integer.parseInt(argument) % 2 == 0 ? one : two;
                either.scheduleIfNotExists(JobTasks.runOf("count"), Instant.now());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> counting.done.size() >= 10 && open() == 0);
        } finally {
            one.stop();
            two.stop();
        }
        assertThat(counting.done).containsExactlyInAnyOrderElementsOf(ten);
        assertThat(counting.mostAtOnce).hasValue(1);
        assertThat(jdbc.sql("select count(*) from jobs.job_run where state = 'SUCCEEDED' and attempts = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(10);
    }

    @Test
    void aLostWakeUpIsFoundByTheSweeper() throws InterruptedException {
        counting.done.clear();
        runner.submit("count", "", "lost");
        Scheduler one = instance("one");
        one.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> counting.done.contains("lost"));
        } finally {
            one.stop();
        }
        assertThat(counting.done).containsExactly("lost");
    }

    private Scheduler instance(String name) {
        return Scheduler.create(dataSource, jobTask)
                .startTasks(jobSweeper)
                .tableName(JobScheduling.TABLE)
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(4)
                .pollingInterval(Duration.ofMillis(50))
                .enableImmediateExecution()
                .build();
    }

    private long open() {
        return jdbc.sql("select count(*) from jobs.job_run where finished_at is null")
                .query(Long.class)
                .single();
    }
}
