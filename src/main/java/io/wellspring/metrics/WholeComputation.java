package io.wellspring.metrics;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes the figures of all users beside the kept ones, in ranges of users, as many at a time as there are processors: one statement
 * cannot use more than one for this. Each range is a transaction of its own, of which only the computed figures are written; a user's
 * figures come from one moment, those of two users perhaps not, as facts that come in meanwhile have a refresh of their own.
 */
@Component
class WholeComputation {

    private static final int USERS_IN_A_RANGE = 50_000;
    /** Each takes a database connection. */
    private static final int MOST_WORKERS = 8;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate apart;

    WholeComputation(JdbcClient jdbc, BusinessClock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Range(long from, long until) {}

    /**
     * Computes them; what an earlier computation left is forgotten.
     *
     * @param meanwhile is done by the calling thread while others compute
     */
    void run(LocalDate asOf, int windowDays, Runnable meanwhile) {
        apart.executeWithoutResult(
                status -> jdbc.sql(sql("metrics/clear-computed")).update());
        PeriodBits bits = new PeriodBits(asOf);
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), MOST_WORKERS);
        try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
            List<? extends Future<?>> parts = ranges().stream()
                    .map(range -> executor.submit(() -> compute(range, asOf, windowDays, bits)))
                    .toList();
            meanwhile.run();
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Figures could not be computed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Computing figures was interrupted", e);
        }
        jdbc.sql(sql("metrics/analyze-computed")).update();
    }

    private List<Range> ranges() {
        return jdbc.sql(sql("metrics/split-users"))
                .param("size", USERS_IN_A_RANGE)
                .query((row, number) -> new Range(row.getLong("from_id"), row.getLong("until_id")))
                .list();
    }

    private void compute(Range range, LocalDate asOf, int windowDays, PeriodBits bits) {
        apart.executeWithoutResult(status -> {
            jdbc.sql(sql("metrics/give-room")).query(rows -> {});
            jdbc.sql(sql("metrics/compute-range"))
                    .param("from", range.from())
                    .param("until", range.until())
                    .param("as_of", asOf)
                    .param("window", windowDays)
                    .param("zone", clock.zone().getId())
                    .param("bits", bits.perDay())
                    .param("bits_from", bits.from())
                    .update();
        });
    }
}
