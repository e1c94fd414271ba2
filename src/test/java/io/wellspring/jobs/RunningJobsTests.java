package io.wellspring.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@WellspringTest
@AsStaff(Role.MANAGER)
@Import(SampleJobs.class)
class RunningJobsTests {

    @Autowired
    JobRunner runner;

    @Autowired
    JobsInTests jobs;

    @Autowired
    JobQueue queue;

    @Autowired
    JobLoop loop;

    @Autowired
    SampleJobs.Counting counting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessClock clock;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void nothingCountedYet() {
        counting.done.clear();
    }

    @Test
    void aRunWaitsRunsAndSucceeds() {
        long id = runner.submit("count", "import 12", "12");
        assertThat(run(id).state()).isEqualTo(State.QUEUED);
        jobs.runPending();
        JobRun run = run(id);
        assertThat(run.state()).isEqualTo(State.SUCCEEDED);
        assertThat(run.requestedBy()).isEqualTo("Ann");
        assertThat(run.done()).isEqualTo(3);
        assertThat(run.total()).isEqualTo(3);
        assertThat(run.attempts()).isEqualTo(1);
        assertThat(counting.done).containsExactly("12");
        assertThat(runner.latest("count", "import 12")).map(JobRun::id).contains(id);
    }

    @Test
    void aSubmitFallsWithItsTransaction() {
        transaction.executeWithoutResult(status -> {
            runner.submit("count", "", "1");
            status.setRollbackOnly();
        });
        jobs.runPending();
        assertThat(counting.done).isEmpty();
    }

    @Test
    void theSameWaitsOnlyOnce() {
        long first = runner.submit("count", "import 12", "12");
        assertThat(runner.submit("count", "import 12", "12")).isEqualTo(first);
        assertThat(runner.submit("count", "import 12", "13")).isNotEqualTo(first);
        jobs.runPending();
        assertThat(runner.submit("count", "import 12", "12"))
                .as("the first is over")
                .isNotEqualTo(first);
    }

    @Test
    void aWaitingRunIsNotBegunBeforeWhoeverJoinedItHasCommitted() {
        long first = runner.submit("count", "", "1");
        transaction.executeWithoutResult(status -> {
            assertThat(runner.submit("count", "", "1")).isEqualTo(first);
            elsewhere(() -> assertThat(queue.take("count", clock.now())).isEmpty());
        });
        assertThat(queue.take("count", clock.now())).map(JobQueue.Begun::id).contains(first);
    }

    @Test
    void anUnknownJobIsNoJob() {
        assertThatThrownBy(() -> runner.submit("nothing", "", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalFailsTheRunWithItsText() {
        long id = runner.submit("count", "", "refuse");
        jobs.runPending();
        JobRun run = run(id);
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.error()).contains("refusal.TooDeep");
        assertThat(run.errorFacts()).containsExactly(12000, "well");
        assertThat(run.errorReference()).isEmpty();
    }

    @Test
    void anythingElseFailsItWithAReferenceOnly() {
        long id = runner.submit("count", "", "break");
        jobs.runPending();
        JobRun run = run(id);
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.errorReference())
                .hasValueSatisfying(reference -> assertThat(reference).hasSize(8));
        assertThat(jdbc.sql("select r::text from jobs.job_run r")
                        .query(String.class)
                        .single())
                .doesNotContain("secret detail");
    }

    @Test
    void afterACrashTheRunIsTakenUpAgainBeforeOthers() {
        long cut = runner.submit("count", "", "cut off");
        queue.take("count", clock.now());
        runner.submit("count", "", "next");
        jobs.runPending();
        assertThat(counting.done).containsExactly("cut off", "next");
        assertThat(run(cut).attempts()).isEqualTo(2);
        assertThat(run(cut).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void theFifthCrashIsTheLast() {
        long id = runner.submit("count", "", "deadly");
        for (int attempt = 1; attempt < JobLoop.MOST_ATTEMPTS; attempt++) {
            queue.take("count", clock.now());
        }
        assertThat(queue.failExhausted("count", JobLoop.MOST_ATTEMPTS, clock.now()))
                .isEmpty();
        queue.take("count", clock.now());
        jobs.runPending();
        JobRun run = run(id);
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.error()).contains("jobs.error.exhausted");
        assertThat(counting.done).isEmpty();
        assertThat(queue.failExhausted("count", JobLoop.MOST_ATTEMPTS, clock.now()))
                .isEmpty();
    }

    @Test
    void aProcessTakenForDeadCanNoLongerWrite() {
        runner.submit("count", "", "1");
        JobQueue.Begun slow = queue.take("count", clock.now()).orElseThrow();
        JobQueue.Begun other = queue.take("count", clock.now()).orElseThrow();
        try (RunningJob progress = new RunningJob(slow, queue, transaction, clock)) {
            assertThatThrownBy(() -> progress.phase("jobs.progress", 1)).isInstanceOf(RunLost.class);
        }
        assertThat(queue.succeed(slow, clock.now())).isFalse();
        assertThat(queue.succeed(other, clock.now())).isTrue();
        assertThat(queue.succeed(other, clock.now())).as("once").isFalse();
    }

    @Test
    void progressIsSeenWhileTheJobsOwnTransactionIsOpen() {
        long id = runner.submit("count", "", "1");
        JobQueue.Begun begun = queue.take("count", clock.now()).orElseThrow();
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        try (RunningJob progress = new RunningJob(begun, queue, own, clock)) {
            transaction.executeWithoutResult(status -> {
                progress.phase("jobs.progress", 10);
                elsewhere(() -> assertThat(run(id).total()).isEqualTo(10));
                status.setRollbackOnly();
            });
            progress.advancedTo(4);
            progress.advancedTo(5);
            assertThat(run(id).done()).as("not twice within half a second").isZero();
            progress.settle();
            assertThat(run(id).done()).isEqualTo(5);
        }
        queue.succeed(begun, clock.now());
    }

    @Test
    void aFailedRunCanBeAskedForAgain() {
        long failed = runner.submit("count", "import 12", "refuse");
        jobs.runPending();
        long again = runner.retry(failed);
        assertThat(run(again).subject()).isEqualTo("import 12");
        assertThatThrownBy(() -> runner.retry(again)).isInstanceOf(RunNotFailed.class);
        assertThatThrownBy(() -> runner.retry(9_999)).isInstanceOf(NoSuchRun.class);
        assertThat(jdbc.sql("select action || ' ' || subject from audit.entry")
                        .query(String.class)
                        .list())
                .containsExactly("job.retried job run " + failed);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsLookButDoNotRetry() {
        long failed = runner.submit("count", "", "refuse");
        jobs.runPending();
        assertThat(run(failed).state()).isEqualTo(State.FAILED);
        assertThatThrownBy(() -> runner.retry(failed)).isInstanceOf(AccessDeniedException.class);
        assertThat(mvc.get().uri("/jobs/" + failed).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/retry");
    }

    @Test
    void scheduledJobsAreDueInTheBusinessZone() {
        Job nightly = new Job() {
            @Override
            public String name() {
                return "nightly";
            }

            @Override
            public void run(JobProgress progress) {}

            @Override
            public Optional<String> schedule() {
                return Optional.of("0 30 2 * * *");
            }
        };
        assertThat(JobSchedule.next(nightly, Instant.parse("2026-03-01T18:29:59Z"), clock))
                .contains(Instant.parse("2026-03-01T18:30:00Z"));
        assertThat(JobSchedule.next(nightly, Instant.parse("2026-03-01T18:30:00Z"), clock))
                .contains(Instant.parse("2026-03-02T18:30:00Z"));
        assertThat(JobSchedule.next(counting, Instant.parse("2026-03-01T18:30:00Z"), clock))
                .isEmpty();
    }

    @Test
    void theListShowsEveryOutcomeInBothLanguages() {
        runner.submit("count", "import 1", "1");
        runner.submit("count", "import 2", "refuse");
        runner.submit("count", "import 3", "break");
        jobs.runPending();
        runner.submit("count", "import 4", "4");
        queue.take("count", clock.now());
        runner.submit("count", "import 5", "5");
        for (String language : new String[] {"en", "zh-CN"}) {
            assertThat(mvc.get()
                            .uri("/jobs")
                            .header("Accept-Language", language)
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("import 1", "import 2", "import 3", "import 4", "import 5")
                    .doesNotContain("??");
        }
        assertThat(mvc.get().uri("/jobs?state=FAILED&job=count").exchange())
                .bodyText()
                .contains("import 2", "import 3", "reference")
                .doesNotContain("import 1<", "import 4");
        assertThat(mvc.get().uri("/jobs?state=nonsense&job=nonsense&page=-5").exchange())
                .hasStatusOk();
    }

    @Test
    void theCardAsksForItselfUntilTheRunIsOver() {
        long id = runner.submit("count", "import 1", "1");
        MvcTestResult waiting = card(id);
        assertThat(waiting).hasStatusOk().doesNotContainHeader("HX-Refresh");
        assertThat(waiting)
                .bodyText()
                .contains("hx-get=\"/jobs/" + id + "/card\"", "every 1s", "Waiting for its turn.", "You can leave")
                .doesNotContain("<html", "??");
        JobQueue.Begun begun = queue.take("count", clock.now()).orElseThrow();
        queue.advance(
                begun, new JobQueue.Position("jobs.progress", clock.now().minusSeconds(10), 2500, 10_000), clock.now());
        assertThat(card(id)).bodyText().contains("2,500 of 10,000 · 25%", "value=\"25\"", " / s", "30 s left");
        queue.succeed(begun, clock.now());
        assertThat(card(id)).hasHeader("HX-Refresh", "true").bodyText().doesNotContain("hx-get");
        assertThat(mvc.get().uri("/jobs/" + id).exchange())
                .hasStatusOk()
                .doesNotContainHeader("HX-Refresh")
                .bodyText()
                .contains("Done in")
                .doesNotContain("??");
        assertThat(mvc.get().uri("/jobs/9999").exchange()).hasStatus(404);
    }

    @Test
    void aFailedRunIsRetriedFromItsPage() {
        long id = runner.submit("count", "", "refuse");
        jobs.runPending();
        assertThat(mvc.get().uri("/jobs/" + id).exchange()).bodyText().contains("/jobs/" + id + "/retry");
        assertThat(mvc.post().uri("/jobs/" + id + "/retry").with(csrf()).exchange())
                .hasRedirectedUrl("/jobs/" + (id + 1));
    }

    private MvcTestResult card(long id) {
        return mvc.get()
                .uri("/jobs/" + id + "/card")
                .header("HX-Request", "true")
                .exchange();
    }

    private JobRun run(long id) {
        return queue.find(id).orElseThrow();
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(5, TimeUnit.SECONDS).join();
    }
}
