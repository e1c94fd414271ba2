package io.wellspring.metrics;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.Period;
import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the figures. */
@Component
@RequiredArgsConstructor
class MetricsQueries {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Optional<CurrentFigures> current() {
        return jdbc.sql(sql("metrics/find-current"))
                .query((row, n) -> new CurrentFigures(
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("window_days"),
                        row.getTimestamp("refreshed_at").toInstant(),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        row.getLong("undated_users")))
                .optional();
    }

    List<UserId> drift(LocalDate asOf, int windowDays, int limit) {
        PeriodBits bits = new PeriodBits(asOf);
        return jdbc.sql(sql("metrics/find-drift"))
                .param("as_of", asOf)
                .param("window", windowDays)
                .param("zone", clock.zone().getId())
                .param("bits", bits.perDay())
                .param("bits_from", bits.from())
                .param("limit", limit)
                .query((row, n) -> new UserId(row.getLong("user_id")))
                .list();
    }

    FactBounds bounds() {
        return jdbc.sql(sql("metrics/find-bounds"))
                .query((row, n) ->
                        new FactBounds(day(row, "first_day"), day(row, "first_order_on"), day(row, "last_order_on")))
                .single();
    }

    PeriodFigures computePeriod(Period period, LocalDate asOf) {
        return jdbc.sql(sql("metrics/figures-of-period"))
                .param("from", period.from())
                .param("until", period.until())
                .param("as_of", asOf)
                .param("zone", clock.zone().getId())
                .query((row, n) -> periodFigures(row))
                .single();
    }

    Optional<PeriodFigures> keptPeriod(Period period) {
        return jdbc.sql(sql("metrics/find-period"))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, n) -> periodFigures(row))
                .optional();
    }

    List<MonthFigures> months(Period period) {
        return jdbc.sql(sql("metrics/figures-by-month"))
                .param("from", period.from())
                .param("until", period.until())
                .query((row, n) -> new MonthFigures(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("new_users"),
                        row.getLong("orders"),
                        row.getLong("refunds"),
                        new Money(row.getLong("gross")),
                        new Money(row.getLong("refunded"))))
                .list();
    }

    Optional<UserFigures> userFigures(UserId user) {
        return jdbc.sql(sql("metrics/find-user-figures"))
                .param("user_id", user.value())
                .query((row, n) -> new UserFigures(
                        day(row, "first_order_on"),
                        day(row, "last_order_on"),
                        row.getLong("orders"),
                        row.getLong("refunds"),
                        new Money(row.getLong("net_amount")),
                        new Money(row.getLong("refund_amount")),
                        Optional.ofNullable(row.getBigDecimal("median_gap_days")),
                        day(row, "window_last_order_on"),
                        row.getLong("window_orders"),
                        new Money(row.getLong("window_net"))))
                .optional();
    }

    private static PeriodFigures periodFigures(ResultSet row) throws SQLException {
        return new PeriodFigures(
                row.getLong("users"),
                row.getLong("new_users"),
                row.getLong("orders"),
                row.getLong("refunds"),
                row.getLong("buyers"),
                row.getLong("repeat_buyers"),
                new Money(row.getLong("gross")),
                new Money(row.getLong("refunded")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
