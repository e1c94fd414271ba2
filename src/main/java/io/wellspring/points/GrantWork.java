package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobProgress;
import io.wellspring.shared.BusinessClock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives grants and takes them back: some users at a time, in the order of their numbers, so that nobody waits for it for long. First the
 * accounts are held, then one statement does all and marks who got it, so that whatever goes on after a crash gives to the others only.
 */
@Component
class GrantWork {

    private static final int USERS_AT_ONCE = 10_000;

    /** So many change what the planner knows of the ledger. */
    private static final long MANY = 100_000;

    private final JdbcClient jdbc;
    private final GrantBatch batch;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    GrantWork(
            JdbcClient jdbc,
            GrantBatch batch,
            AuditTrail trail,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Some rows of a grant, by the numbers of their users. */
    private record Range(long grant, long after, long upTo, long rows) {}

    /** Does what is still to be done of a grant; nothing if that is nothing. */
    void goOn(long id, JobProgress progress) {
        move(id, BulkGrant.State.QUEUED, BulkGrant.State.RUNNING);
        BulkGrant grant = find(id);
        if (grant.state() == BulkGrant.State.RUNNING) {
            jdbc.sql(sql("points/analyze-grantees")).update();
            progress.phase("points.phase.grant", grant.users());
            all(id, progress, this::give);
            end(grant, BulkGrant.State.DONE, "grant-done");
        } else if (grant.state() == BulkGrant.State.TAKING_BACK) {
            progress.phase("points.phase.take-back", grant.users());
            all(id, progress, this::takeBack);
            end(grant, BulkGrant.State.TAKEN_BACK, "grant-back");
        }
    }

    /** Until nobody is found any more: who is merged meanwhile may come to stand before those that were looked at. */
    private void all(long grant, JobProgress progress, ToLongFunction<Range> step) {
        long found = 1;
        while (found > 0) {
            found = 0;
            long looked = 0;
            for (Optional<Range> next = next(grant, 0);
                    next.isPresent();
                    next = next(grant, next.get().upTo())) {
                Range range = next.get();
                found += inTransaction(() -> step.applyAsLong(range));
                looked += range.rows();
                progress.advancedTo(looked);
            }
        }
    }

    private long give(Range range) {
        of(range, "points/open-granted-accounts").update();
        return held(range, false) == 0 ? 0 : done(of(range, "points/give-grant"));
    }

    private long takeBack(Range range) {
        return held(range, true) == 0
                ? 0
                : done(of(range, "points/take-back-grant").param("day", clock.today()));
    }

    private long held(Range range, boolean back) {
        return of(range, "points/lock-granted")
                .param("back", back)
                .query(Long.class)
                .single();
    }

    private long done(JdbcClient.StatementSpec statement) {
        return statement
                .param("at", utc())
                .query((row, number) -> row.getLong("users"))
                .single();
    }

    private Optional<Range> next(long grant, long after) {
        return jdbc.sql(sql("points/find-grantee-range"))
                .param("grant", grant)
                .param("after", after)
                .param("limit", USERS_AT_ONCE)
                .query((row, number) -> new Range(grant, after, row.getLong("up_to"), row.getLong("users")))
                .optional()
                .filter(range -> range.rows() > 0);
    }

    private void end(BulkGrant grant, BulkGrant.State end, String verb) {
        inTransaction(() -> {
            jdbc.sql(sql("points/add-up-grants"))
                    .param("grant", grant.id())
                    .param("when", utc())
                    .update();
            if (move(grant.id(), grant.state(), end) > 0) {
                BulkGrant.Figures figures = find(grant.id()).figures();
                trail.record(new BulkGrants.GrantAction(verb, grant.id(), facts(end, figures)));
            }
            return 0;
        });
        if (grant.users() >= MANY) {
            jdbc.sql(sql("points/analyze-points")).update();
        }
    }

    private static Map<String, Long> facts(BulkGrant.State end, BulkGrant.Figures figures) {
        return end == BulkGrant.State.DONE
                ? Map.of("users", figures.users(), "points", figures.given())
                : Map.of("users", figures.usersTakenBack(), "points", figures.takenBack());
    }

    private int move(long grant, BulkGrant.State from, BulkGrant.State to) {
        return jdbc.sql(sql("points/move-grant"))
                .param("grant", grant)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    private BulkGrant find(long grant) {
        return batch.find(grant, 0).orElseThrow(() -> new UnknownGrant(grant));
    }

    private OffsetDateTime utc() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private JdbcClient.StatementSpec of(Range range, String statement) {
        return jdbc.sql(sql(statement))
                .param("grant", range.grant())
                .param("after", range.after())
                .param("up_to", range.upTo());
    }

    private long inTransaction(Supplier<? extends Number> work) {
        Number done = transaction.execute(status -> work.get());
        return done == null ? 0 : done.longValue();
    }
}
