package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.PointsAdjustments.Outcome;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager may give ann a thousand points a day alone, whichever of two windows they come from. */
@WellspringTest
@AsStaff(Role.MANAGER)
class GivingWithinLimitsTests {

    @Autowired
    private PointsAdjustments adjustments;

    @Autowired
    private BulkGrants grants;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;

    @BeforeEach
    void people() {
        ann = new Facts(jdbc).user("ann", "2026-01-01");
    }

    @Test
    void aGrantSeesTheAdjustmentThatIsBeingWritten() throws Exception {
        long grant = whileWriting(this::adjust, this::grant);

        assertThat(grants.find(grant).state()).isEqualTo(BulkGrant.State.WAITING);
    }

    @Test
    void anAdjustmentSeesTheGrantThatIsBeingAskedFor() throws Exception {
        assertThat(whileWriting(this::grant, this::adjust)).isEqualTo(Outcome.WAITS);
    }

    private Outcome adjust() {
        return adjustments.adjust(ann, UUID.randomUUID(), new Points(600), Optional.empty(), "sorry");
    }

    private long grant() {
        return grants.grant(
                UUID.randomUUID(),
                new GrantTerms("Thank-you", new Points(600), "thanks", Optional.empty()),
                new Grantees(Grantees.How.TICKED, FilterWords.NONE, Optional.empty(), taker -> taker.accept(ann)),
                1);
    }

    /** Begins the second while the first has written and not yet ended. */
    private <T> T whileWriting(Callable<?> first, Callable<T> second) throws Exception {
        try (ExecutorService window =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            Future<T> other = transaction.execute(status -> {
                call(first);
                Future<T> begun = window.submit(second);
                await().until(() -> begun.isDone() || somebodyWaits());
                return begun;
            });
            return Objects.requireNonNull(other).get();
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void call(Callable<?> work) {
        try {
            work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
