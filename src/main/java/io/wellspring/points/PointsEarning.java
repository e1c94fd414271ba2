package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what earning rules give, and takes back what they gave for what was refunded or is gone: set-based, each fact once per rule, some users
 * at a time, so that nobody waits for it for long. Done again, it finds nothing.
 */
@Slf4j
@Service
@ForManagers
public class PointsEarning {

    private static final long USERS_AT_ONCE = 20_000;
    private static final int TAKEN_BACK_AT_ONCE = 10_000;
    private static final long FACTS_AT_ONCE = 200_000;

    /** So many change what the planner knows of the ledger. */
    private static final long MANY_FACTS = 100_000;

    /** No rule and no fact is later. */
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final JdbcClient jdbc;
    private final EarningAudience audience;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    PointsEarning(
            JdbcClient jdbc, EarningAudience audience, BusinessClock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many facts were looked at and what they brought, and for how many something was taken back. */
    public record Earned(long facts, long points, long factsTakenBack, long pointsTakenBack) {}

    private record Sum(long facts, long points) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(facts + other.facts, points + other.points);
        }
    }

    private record Span(long rule, int version, LocalDate from, LocalDate last, Set<Long> segments) {}

    private record Users(long first, long last) {}

    /** Which intakes, through which day, and whether to look for what is gone. */
    private record Facts(long firstIntake, long lastIntake, LocalDate asOf, boolean gone) {}

    /** Looks at all facts through a business day. */
    public Earned earn(LocalDate asOf) {
        return earn(new Facts(0, Long.MAX_VALUE, asOf, true), Long.MAX_VALUE);
    }

    /** Looks at what one intake brought. */
    public Earned earnFrom(long intakeId, LocalDate asOf) {
        long facts = jdbc.sql(sql("points/find-earning-work"))
                .param("intake", intakeId)
                .query((row, number) -> row.getLong("facts"))
                .single();
        return earn(new Facts(intakeId, intakeId, asOf, false), facts);
    }

    /** Adds up what became of what the rules gave, of lots that are over, and of grants that have something left. */
    public void addUp(LocalDate asOf) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(sql("points/save-rule-figures")).param("as_of", asOf).update();
            jdbc.sql(sql("points/save-burn-shares")).param("as_of", asOf).update();
            jdbc.sql(sql("points/add-up-grants"))
                    .param("grant", null)
                    .param("when", clock.now().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    private Earned earn(Facts facts, long work) {
        List<Span> spans = spans();
        if (spans.isEmpty()) {
            return new Earned(0, 0, 0, 0);
        }
        long lastUser = jdbc.sql(sql("points/find-earning-work"))
                .param("intake", facts.firstIntake())
                .query((row, number) -> row.getLong("last_user"))
                .single();
        List<Span> ready = ready(spans);
        long step = work <= FACTS_AT_ONCE ? Long.MAX_VALUE : USERS_AT_ONCE;
        Sum given = Sum.NOTHING;
        Sum back = Sum.NOTHING;
        for (long first = 1; first <= lastUser; first = step == Long.MAX_VALUE ? lastUser + 1 : first + step) {
            Users users = new Users(first, step == Long.MAX_VALUE ? Long.MAX_VALUE : first + step - 1);
            for (Span span : ready) {
                given = given.plus(inTransaction(() -> give(span, users, facts)));
            }
            back = back.plus(takeBack(users, facts));
        }
        if (given.facts() >= MANY_FACTS) {
            jdbc.sql(sql("points/analyze-points")).update();
        }
        return new Earned(given.facts(), given.points(), back.facts(), back.points());
    }

    private Sum give(Span span, Users users, Facts facts) {
        LocalDate end = span.last().isBefore(facts.asOf()) ? span.last() : facts.asOf();
        if (end.isBefore(span.from())) {
            return Sum.NOTHING;
        }
        jdbc.sql(sql("points/forget-fresh-facts")).update();
        int found = of(jdbc.sql(sql("points/find-fresh-facts")), users, facts)
                .param("rule", span.rule())
                .param("from", clock.startOf(span.from()).atOffset(ZoneOffset.UTC))
                .param("to", clock.startOf(end.plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("zone", clock.zone().getId())
                .update();
        if (found == 0) {
            return Sum.NOTHING;
        }
        jdbc.sql(sql("points/analyze-fresh-facts")).update();
        Sum outside = span.segments().isEmpty() ? Sum.NOTHING : leaveOutsiders(span);
        return outside.facts() == found ? outside : outside.plus(earnByRule(span));
    }

    /** What is left is counted anew: they may be few of many. */
    private Sum leaveOutsiders(Span span) {
        long outside = audience.leaveOutsiders(span.rule(), span.version(), span.segments());
        jdbc.sql(sql("points/analyze-fresh-facts")).update();
        return new Sum(outside, 0);
    }

    private Sum earnByRule(Span span) {
        return jdbc.sql(sql("points/earn-by-rule"))
                .param("rule", span.rule())
                .param("version", span.version())
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                .single();
    }

    private Sum takeBack(Users users, Facts facts) {
        if (facts.gone()) {
            inTransaction(() -> {
                among("points/forget-gone-facts", users).update();
                return Sum.NOTHING;
            });
            while (inTransaction(() -> giveSomeBack(users, facts)).facts() > 0) {
                log.info("Gave back what refunds had taken that are no longer there");
            }
        }
        Sum all = Sum.NOTHING;
        while (true) {
            Sum some = inTransaction(() -> takeSomeBack(users, facts));
            if (some.facts() == 0) {
                return all;
            }
            all = all.plus(some);
        }
    }

    /** Of refunds that are gone; before others are looked at, so that one that came again takes again. */
    private Sum giveSomeBack(Users users, Facts facts) {
        String held = joined(among("points/lock-giving-back", users).param("limit", TAKEN_BACK_AT_ONCE));
        return held.isEmpty()
                ? Sum.NOTHING
                : jdbc.sql(sql("points/give-back"))
                        .param("users", held)
                        .param("as_of", facts.asOf())
                        .param("at", clock.now().atOffset(ZoneOffset.UTC))
                        .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                        .single();
    }

    private JdbcClient.StatementSpec among(String statement, Users users) {
        return jdbc.sql(sql(statement)).param("first_user", users.first()).param("last_user", users.last());
    }

    private static String joined(JdbcClient.StatementSpec users) {
        return users.query(Long.class).list().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private Sum takeSomeBack(Users users, Facts facts) {
        String held = joined(back("points/lock-taking-back", users, facts).param("limit", TAKEN_BACK_AT_ONCE));
        if (held.isEmpty()) {
            return Sum.NOTHING;
        }
        return back("points/take-back", users, facts)
                .param("users", held)
                .param("zone", clock.zone().getId())
                .param("as_of", facts.asOf())
                .param("at", clock.now().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                .single();
    }

    private JdbcClient.StatementSpec back(String statement, Users users, Facts facts) {
        return of(jdbc.sql(sql(statement)), users, facts)
                .param("to", clock.startOf(facts.asOf().plusDays(1)).atOffset(ZoneOffset.UTC))
                .param("gone", facts.gone());
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, Users users, Facts facts) {
        return statement
                .param("first_user", users.first())
                .param("last_user", users.last())
                .param("first_intake", facts.firstIntake())
                .param("last_intake", facts.lastIntake());
    }

    private List<Span> spans() {
        return jdbc.sql(sql("points/find-spans"))
                .query((row, number) -> new Span(
                        row.getLong("rule_id"),
                        row.getInt("version"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class))
                                .orElse(LATEST),
                        EarningAudience.split(row.getString("segments"))))
                .list();
    }

    /** Those whose facts can be looked at: not while the members of a segment they are limited to are not known. */
    private List<Span> ready(List<Span> all) {
        if (all.stream().allMatch(span -> span.segments().isEmpty())) {
            return all;
        }
        Set<Long> known = audience.known();
        return all.stream().filter(span -> known.containsAll(span.segments())).toList();
    }

    private Sum inTransaction(Supplier<Sum> work) {
        Sum sum = transaction.execute(status -> work.get());
        return sum == null ? Sum.NOTHING : sum;
    }
}
