package io.wellspring.metrics;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Period;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the figures. */
@Component
@RequiredArgsConstructor
class MetricsBatch {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    void giveRoom() {
        jdbc.sql(sql("metrics/give-room")).query(String.class).single();
    }

    int refreshAll(LocalDate asOf, int windowDays) {
        return jdbc.sql(sql("metrics/refresh-all"))
                .param("as_of", asOf)
                .param("window", windowDays)
                .param("zone", clock.zone().getId())
                .update();
    }

    int refreshTouched(long intakeId, LocalDate asOf, int windowDays) {
        return jdbc.sql(sql("metrics/refresh-touched"))
                .param("intake", intakeId)
                .param("as_of", asOf)
                .param("window", windowDays)
                .param("zone", clock.zone().getId())
                .update();
    }

    int deleteGone() {
        return jdbc.sql(sql("metrics/delete-gone")).update();
    }

    void refreshDays(LocalDate asOf) {
        jdbc.sql(sql("metrics/refresh-days"))
                .param("as_of", asOf)
                .param("zone", clock.zone().getId())
                .update();
        jdbc.sql(sql("metrics/delete-empty-days"))
                .param("as_of", asOf)
                .param("zone", clock.zone().getId())
                .update();
    }

    void deletePeriods() {
        jdbc.sql(sql("metrics/delete-periods")).update();
    }

    void savePeriod(Period period, PeriodFigures figures) {
        jdbc.sql(sql("metrics/save-period"))
                .param("from", period.from())
                .param("until", period.until())
                .param("users", figures.users())
                .param("new_users", figures.newUsers())
                .param("orders", figures.orders())
                .param("refunds", figures.refunds())
                .param("buyers", figures.buyers())
                .param("repeat_buyers", figures.repeatBuyers())
                .param("gross", figures.gross().minor())
                .param("refunded", figures.refunded().minor())
                .update();
    }

    void saveCurrent(LocalDate asOf, int windowDays, Instant refreshedAt, Duration duration) {
        jdbc.sql(sql("metrics/save-current"))
                .param("as_of", asOf)
                .param("window", windowDays)
                .param("refreshed_at", Timestamp.from(refreshedAt))
                .param("duration_ms", duration.toMillis())
                .update();
    }
}
