package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what happens to paid memberships, and reads what comes of it. Merging users hands many on at once, so all of it is SQL. */
@Component
@RequiredArgsConstructor
class PaidBatch {

    private final JdbcClient jdbc;

    /** What is written. */
    record Writing(
            UserId user,
            PaidKind kind,
            Optional<Long> term,
            long plan,
            int tierNumber,
            LocalDate day,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Money amount,
            Optional<String> reason) {}

    /** By month of the last day: the terms that ended, and of them those that were renewed. */
    record Renewals(YearMonth month, long ended, long renewed) {}

    void insert(String key, Writing fact, String by, Instant at) {
        jdbc.sql(sql("membership/insert-paid-fact"))
                .param("key", key)
                .param("user_id", fact.user().value())
                .param("kind", fact.kind().name())
                .param("term", fact.term().orElse(null))
                .param("plan", fact.plan())
                .param("tier_no", fact.tierNumber())
                .param("day", fact.day())
                .param("from", fact.from().orElse(null))
                .param("until", fact.until().orElse(null))
                .param("amount", fact.amount().minor())
                .param("reason", fact.reason().orElse(null))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    Optional<PaidFact> fact(String key) {
        return jdbc.sql(sql("membership/find-paid-fact"))
                .param("key", key)
                .query((row, n) -> new PaidFact(
                        row.getLong("fact_id"),
                        new UserId(row.getLong("user_id")),
                        PaidKind.valueOf(row.getString("kind")),
                        row.getLong("term_id"),
                        row.getLong("plan_id"),
                        row.getObject("day", LocalDate.class),
                        Optional.ofNullable(row.getObject("from_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("until_on", LocalDate.class)),
                        new Money(row.getLong("amount"))))
                .optional();
    }

    List<PaidTerm> terms(UserId user, LocalDate asOf) {
        return jdbc.sql(sql("membership/find-paid-terms"))
                .param("user_id", user.value())
                .param("as_of", asOf)
                .query((row, n) -> new PaidTerm(
                        row.getLong("term_id"),
                        row.getLong("plan_id"),
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getInt("tier_no"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class),
                        row.getObject("paid_until", LocalDate.class),
                        new Money(row.getLong("paid")),
                        new Money(row.getLong("given_back")),
                        Optional.ofNullable(row.getString("ended_by")).map(PaidKind::valueOf)))
                .list();
    }

    Map<Long, PlanFigures> figures(LocalDate asOf) {
        Map<Long, PlanFigures> figures = new HashMap<>();
        jdbc.sql(sql("membership/count-plans"))
                .param("as_of", asOf)
                .param("month_from", asOf.withDayOfMonth(1))
                .param("year_from", asOf.minusYears(1).plusDays(1))
                .query(row -> {
                    figures.put(
                            row.getLong("plan_id"),
                            new PlanFigures(
                                    row.getLong("members"),
                                    new Money(row.getLong("month_amount")),
                                    new Money(row.getLong("year_amount"))));
                });
        return figures;
    }

    List<EndingMonth> endings(LocalDate asOf, LocalDate until) {
        return jdbc.sql(sql("membership/count-endings"))
                .param("as_of", asOf)
                .param("until", until)
                .query((row, n) -> new EndingMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("memberships"),
                        row.getLong("users"),
                        new Money(row.getLong("amount"))))
                .list();
    }

    /** Those that end between two days, and how many there are on all pages. */
    Map.Entry<List<Ending>, Long> endings(LocalDate asOf, LocalDate from, LocalDate until, int limit, long offset) {
        long[] total = {0};
        List<Ending> found = jdbc.sql(sql("membership/find-endings"))
                .param("as_of", asOf)
                .param("from", from)
                .param("until", until)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> {
                    total[0] = row.getLong("total");
                    return new Ending(
                            new UserId(row.getLong("user_id")),
                            row.getLong("plan_id"),
                            row.getString("name_en"),
                            row.getString("name_zh"),
                            row.getObject("since", LocalDate.class),
                            row.getObject("last_day", LocalDate.class));
                })
                .list();
        return Map.entry(found, total[0]);
    }

    List<Renewals> renewals(LocalDate asOf, LocalDate from, int days) {
        return jdbc.sql(sql("membership/count-renewals"))
                .param("as_of", asOf)
                .param("from", from)
                .param("days", days)
                .query((row, n) -> new Renewals(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("ended"),
                        row.getLong("renewed")))
                .list();
    }
}
