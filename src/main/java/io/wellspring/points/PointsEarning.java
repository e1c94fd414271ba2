package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what earning rules give, and takes back what they gave for what was refunded or is gone: set-based, each fact once per rule, some users
 * at a time, so that nobody waits for it for long. Done again, it finds nothing.
 */
@Service
@ForManagers
@RequiredArgsConstructor
public class PointsEarning {

    private static final long USERS_AT_ONCE = 20_000;
    private static final long FACTS_AT_ONCE = 200_000;

    /** So many change what the planner knows of the ledger. */
    private static final long MANY_FACTS = 100_000;

    /** No rule and no fact is later. */
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final JdbcClient jdbc;
    private final EarningAudience audience;
    private final TakingBack takingBack;
    private final EmptyLedger emptyLedger;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    /** How many facts were looked at and what they brought, and for how many something was taken back. */
    public record Earned(long facts, long points, long factsTakenBack, long pointsTakenBack) {

        static final Earned NOTHING = new Earned(0, 0, 0, 0);
    }

    private record Work(long lastUser, long facts) {}

    /** @param birthdays whether facts on the birthday of their user bring more or less than others */
    private record Span(
            long rule, int version, LocalDate from, LocalDate last, boolean birthdays, Set<Long> segments) {}

    private record Users(long first, long last) {}

    /** Looks at all facts through a business day, and at what is gone. */
    public Earned earn(LocalDate asOf) {
        List<Span> spans = spans();
        if (spans.isEmpty()) {
            return Earned.NOTHING;
        }
        Sum gone = takingBack.gone(asOf);
        return earnByUsers(spans, asOf, gone);
    }

    /** Looks at what one intake brought; if that is very much, at all facts of its users that nobody looked at. */
    public Earned earnFrom(long intakeId, LocalDate asOf) {
        List<Span> spans = spans();
        if (spans.isEmpty()) {
            return Earned.NOTHING;
        }
        if (work(intakeId).facts() > FACTS_AT_ONCE) {
            return earnByUsers(spans, asOf, Sum.NOTHING);
        }
        Sum given = Sum.NOTHING;
        for (Span span : ready(spans)) {
            given = given.plus(inTransaction(() -> give(
                    span, asOf, jdbc.sql(sql("points/find-facts-of-intake")).param("intake", intakeId))));
        }
        return earned(given, takingBack.refundedOf(intakeId, asOf));
    }

    private Earned earnByUsers(List<Span> spans, LocalDate asOf, Sum gone) {
        Sum given = emptyLedger.fill(() -> giveByUsers(ready(spans), asOf));
        Sum back = takingBack.refunded(asOf);
        return earned(given, gone.plus(back));
    }

    private Sum giveByUsers(List<Span> spans, LocalDate asOf) {
        long lastUser = work(0).lastUser();
        Sum given = Sum.NOTHING;
        for (long first = 1; first <= lastUser; first += USERS_AT_ONCE) {
            Users users = new Users(first, first + USERS_AT_ONCE - 1);
            for (Span span : spans) {
                given = given.plus(inTransaction(() -> give(span, asOf, among("points/find-facts-of-users", users))));
            }
        }
        return given;
    }

    private Earned earned(Sum given, Sum back) {
        if (given.facts() >= MANY_FACTS) {
            jdbc.sql(sql("points/analyze-points")).update();
        }
        return new Earned(given.facts(), given.points(), back.facts(), back.points());
    }

    private Work work(long intake) {
        return jdbc.sql(sql("points/find-earning-work"))
                .param("intake", intake)
                .query((row, number) -> new Work(row.getLong("last_user"), row.getLong("facts")))
                .single();
    }

    /** @param finding the statement that finds the facts */
    private Sum give(Span span, LocalDate asOf, JdbcClient.StatementSpec finding) {
        LocalDate end = span.last().isBefore(asOf) ? span.last() : asOf;
        if (end.isBefore(span.from())) {
            return Sum.NOTHING;
        }
        jdbc.sql(sql("points/forget-fresh-facts")).update();
        int found = finding.param("rule", span.rule())
                .param("birthdays", span.birthdays())
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
                .param("at", now())
                .query((row, number) -> new Sum(row.getLong("facts"), row.getLong("points")))
                .single();
    }

    private JdbcClient.StatementSpec among(String statement, Users users) {
        return jdbc.sql(sql(statement)).param("first_user", users.first()).param("last_user", users.last());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private List<Span> spans() {
        return jdbc.sql(sql("points/find-spans"))
                .query((row, number) -> new Span(
                        row.getLong("rule_id"),
                        row.getInt("version"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class))
                                .orElse(LATEST),
                        row.getBoolean("birthdays"),
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
        return transaction.execute(status -> work.get());
    }
}
