package io.wellspring.membership;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Money;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads standing, history and the ledger. */
@Component
@RequiredArgsConstructor
class TierQueries {

    private final JdbcClient jdbc;

    /** What is known of where a user stands, before the programme says what it means. */
    record Standing(
            long tierId,
            int version,
            long growth,
            long total,
            LocalDate since,
            Optional<LocalDate> dueOn,
            Optional<LocalDate> decideOn,
            TierCause cause) {}

    List<TierCount> counts(LocalDate day) {
        return jdbc.sql(sql("membership/count-tiers"))
                .param("as_of", day)
                .query((row, n) -> new TierCount(
                        row.getLong("tier_id"), row.getLong("users"), new Money(row.getLong("net_amount"))))
                .list();
    }

    /** Users by place: 0 is below the first edge. */
    Map<Integer, Long> growth(List<Long> edges) {
        Map<Integer, Long> users = new HashMap<>();
        jdbc.sql(sql("membership/count-growth"))
                .param("edges", edges.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .query(row -> {
                    users.put(row.getInt("place"), row.getLong("users"));
                });
        return users;
    }

    List<TierFlow> flow(LocalDate from, LocalDate to) {
        return jdbc.sql(sql("membership/count-flow"))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new TierFlow(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("from_tier_id"),
                        row.getLong("tier_id"),
                        row.getLong("users")))
                .list();
    }

    List<MonthCount> months(LocalDate from) {
        return jdbc.sql(sql("membership/count-months"))
                .param("from", from)
                .query((row, n) -> new MonthCount(
                        row.getObject("day", LocalDate.class), row.getLong("tier_id"), row.getLong("users")))
                .list();
    }

    List<DueMonth> forecast(LocalDate until, Money near) {
        return jdbc.sql(sql("membership/forecast"))
                .param("until", until)
                .param("near", near.minor())
                .query((row, n) -> new DueMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("tier_id"),
                        row.getLong("users"),
                        row.getLong("dropping"),
                        row.getLong("near")))
                .list();
    }

    Slice<Dropping> dropping(DroppingFilter filter, LocalDate asOf, LocalDate until, int page, int size) {
        LocalDate from = filter.month().map(month -> month.atDay(1)).orElse(asOf);
        LocalDate to = filter.month()
                .map(YearMonth::atEndOfMonth)
                .filter(until::isAfter)
                .orElse(until);
        AtomicLong total = new AtomicLong();
        List<Dropping> rows = jdbc.sql(sql("membership/find-dropping"))
                .param("from", from)
                .param("until", to)
                .param("tier", filter.tier().orElse(0))
                .param("near", filter.near().map(Money::minor).orElse(-1L))
                .param("limit", size)
                .param("offset", Slice.offset(page, size))
                .query((row, n) -> {
                    total.set(row.getLong("total"));
                    return new Dropping(
                            new UserId(row.getLong("user_id")),
                            row.getLong("tier_id"),
                            row.getObject("decide_on", LocalDate.class),
                            row.getLong("growth"),
                            Optional.ofNullable(row.getObject("missing", Long.class))
                                    .map(Money::new));
                })
                .list();
        return new Slice<>(rows, Math.max(page, 1), size, total.get());
    }

    Optional<Outlook> outlook(UserId user) {
        return jdbc.sql(sql("membership/find-outlook"))
                .param("user_id", user.value())
                .query((row, n) -> new Outlook(
                        row.getObject("decide_on", LocalDate.class),
                        row.getLong("growth"),
                        row.getBoolean("kept"),
                        Optional.ofNullable(row.getObject("missing", Long.class))
                                .map(Money::new)))
                .optional();
    }

    Optional<Standing> standing(UserId user) {
        return jdbc.sql(sql("membership/find-standing"))
                .param("user_id", user.value())
                .query((row, n) -> new Standing(
                        row.getLong("tier_id"),
                        row.getInt("version"),
                        row.getLong("growth_value"),
                        row.getLong("growth_total"),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("decide_on", LocalDate.class)),
                        TierCause.valueOf(row.getString("cause"))))
                .optional();
    }

    List<TierTerm> terms(UserId user, int limit) {
        return jdbc.sql(sql("membership/find-terms"))
                .param("user_id", user.value())
                .param("limit", limit)
                .query((row, n) -> new TierTerm(
                        row.getObject("starts_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getString("colour"),
                        row.getInt("version"),
                        TierCause.valueOf(row.getString("cause")),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("by_name")),
                        ended(row)))
                .list();
    }

    List<GivenTier> gifts(UserId user, int limit) {
        return jdbc.sql(sql("membership/find-gifts"))
                .param("user_id", user.value())
                .param("limit", limit)
                .query((row, n) -> new GivenTier(
                        row.getLong("manual_id"),
                        row.getString("name_en"),
                        row.getString("name_zh"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("until_on", LocalDate.class).minusDays(1),
                        row.getString("reason"),
                        row.getString("by_name"),
                        Optional.ofNullable(row.getObject("replaced_on", LocalDate.class)),
                        ended(row)))
                .list();
    }

    List<GrowthLine> growth(UserId user, int limit) {
        return jdbc.sql(sql("membership/find-growth"))
                .param("user_id", user.value())
                .param("limit", limit)
                .query((row, n) -> new GrowthLine(
                        row.getLong("entry_id"),
                        row.getObject("day", LocalDate.class),
                        GrowthSource.valueOf(row.getString("source")),
                        row.getString("type"),
                        row.getLong("ref"),
                        row.getLong("amount"),
                        row.getLong("total"),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("by_name")),
                        Optional.ofNullable(row.getString("order_no"))))
                .list();
    }

    private static Optional<TierTerm.Ended> ended(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("ended_on", LocalDate.class);
        return day == null
                ? Optional.empty()
                : Optional.of(new TierTerm.Ended(day, row.getString("end_reason"), row.getString("ended_by")));
    }
}
