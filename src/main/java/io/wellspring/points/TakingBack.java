package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what earning rules gave for what was refunded or is gone, and gives back what refunds took that are gone themselves. What is due is
 * found for all users at once and worked off some of them at a time, each under the lock of its account. Done again, it finds nothing.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class TakingBack {

    private static final int USERS_AT_ONCE = 10_000;

    /** What a run found and did not take back in so many days it never will: the application was stopped in between. */
    private static final int DAYS_UNFINISHED = 1;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    /** Takes back for facts that are gone, forgets those that brought nothing, and gives back what refunds took that are gone. */
    Sum gone(LocalDate asOf) {
        Sum gone = takeBack(run -> found("points/find-gone", run), asOf);
        jdbc.sql(sql("points/forget-gone-facts")).update();
        giveBack(asOf);
        return gone;
    }

    /** Takes back the shares of orders that were refunded. */
    Sum refunded(LocalDate asOf) {
        return takeBack(run -> refunded("points/find-refunded", run, asOf), asOf);
    }

    /** The same where one intake brought the refund or the order. */
    Sum refundedOf(long intake, LocalDate asOf) {
        return takeBack(
                run -> refunded("points/find-refunded-of-intake", run, asOf).param("intake", intake), asOf);
    }

    /** Before others are looked at, so that a refund that came again takes again. */
    private void giveBack(LocalDate asOf) {
        while (transaction.execute(status -> giveSomeBack(asOf)).facts() > 0) {
            log.info("Gave back what refunds had taken that are no longer there");
        }
    }

    private Sum giveSomeBack(LocalDate asOf) {
        List<Long> held = users(jdbc.sql(sql("points/lock-giving-back")).param("limit", USERS_AT_ONCE));
        return held.isEmpty()
                ? Sum.NOTHING
                : jdbc.sql(sql("points/give-back"))
                        .param("users", joined(held))
                        .param("as_of", asOf)
                        .param("at", now())
                        .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                        .single();
    }

    /**
     * Finds what is to be taken back all at once, and takes it from some users at a time.
     *
     * @param finding the statement that writes it down under the number of a run
     */
    private Sum takeBack(LongFunction<JdbcClient.StatementSpec> finding, LocalDate asOf) {
        long run = jdbc.sql(sql("points/next-taking-back")).query(Long.class).single();
        Sum all = Sum.NOTHING;
        if (finding.apply(run).update() > 0) {
            long[] after = {0};
            while (after[0] < Long.MAX_VALUE) {
                all = all.plus(transaction.execute(status -> takeSomeBack(run, after, asOf)));
            }
        }
        forget(run);
        return all;
    }

    private Sum takeSomeBack(long run, long[] after, LocalDate asOf) {
        List<Long> held = users(jdbc.sql(sql("points/lock-taking-back"))
                .param("run", run)
                .param("after", after[0])
                .param("limit", USERS_AT_ONCE));
        after[0] = held.isEmpty() ? Long.MAX_VALUE : held.getLast();
        return held.isEmpty()
                ? Sum.NOTHING
                : jdbc.sql(sql("points/take-back"))
                        .param("run", run)
                        .param("users", joined(held))
                        .param("zone", clock.zone().getId())
                        .param("as_of", asOf)
                        .param("at", now())
                        .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                        .single();
    }

    private void forget(long run) {
        jdbc.sql(sql("points/forget-taking-back"))
                .param("run", run)
                .param("long_ago", now().minusDays(DAYS_UNFINISHED))
                .update();
    }

    private JdbcClient.StatementSpec found(String statement, long run) {
        return jdbc.sql(sql(statement)).param("run", run).param("at", now());
    }

    private JdbcClient.StatementSpec refunded(String statement, long run, LocalDate asOf) {
        return found(statement, run).param("to", clock.startOf(asOf.plusDays(1)).atOffset(ZoneOffset.UTC));
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static List<Long> users(JdbcClient.StatementSpec users) {
        return users.query(Long.class).list();
    }

    private static String joined(List<Long> users) {
        return users.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
