package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several send the same at once, and all wait for somebody who is before them. */
@RequiredArgsConstructor
public final class AskingAtOnce {

    private static final int SEVERAL = 4;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    /** Of several who send the same while something they need is locked, one does it, and the others are told that it is done. */
    public void assertOneDoesIt(Runnable lock, Callable<MvcTestResult> sending) throws Exception {
        List<Future<MvcTestResult>> sent = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(SEVERAL)) {
            new TransactionTemplate(transactions).executeWithoutResult(before -> {
                lock.run();
                for (int i = 0; i < SEVERAL; i++) {
                    sent.add(senders.submit(sending));
                }
                awaitAllWaiting();
            });
        }
        int replayed = 0;
        for (Future<MvcTestResult> one : sent) {
            assertThat(one.get()).hasStatusOk();
            replayed += "true".equals(one.get().getResponse().getHeader("Idempotent-Replayed")) ? 1 : 0;
        }
        assertThat(replayed).as("all but one were told that it was done").isEqualTo(SEVERAL - 1);
    }

    private void awaitAllWaiting() {
        Instant over = Instant.now().plus(LONGEST);
        while (waiting() < SEVERAL) {
            assertThat(Instant.now()).as("all wait").isBefore(over);
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return jdbc.sql("""
                        select count(*)
                        from pg_stat_activity
                        where datname = current_database()
                          and wait_event_type = 'Lock'
                        """).query(Long.class).single();
    }
}
