package io.wellspring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wellspring.FreshData;
import io.wellspring.TestDatabase;
import io.wellspring.staff.AsStaff;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The application as it really starts, its scheduler awake. */
@ExtendWith(FreshData.class)
@SpringBootTest
@Import({TestDatabase.class, SampleJobs.class})
@AsStaff
class WakingUpTests {

    @Autowired
    JobRunner runner;

    @Autowired
    SampleJobs.Counting counting;

    @Test
    void whatIsSubmittedRunsByItselfAndAtOnce() throws InterruptedException {
        long first = runner.submit("count", "", "first");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .until(() -> runner.find(first).orElseThrow().isOver());
        long second = runner.submit("count", "", "second");
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .until(() -> runner.find(second).orElseThrow().isOver());
        assertThat(runner.find(first)).map(JobRun::state).contains(State.SUCCEEDED);
        assertThat(counting.done).containsExactly("first", "second");
    }
}
