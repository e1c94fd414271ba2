package io.wellspring.metrics;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        jdbc.sql(sql("metrics/give-room")).query(rows -> {});
    }

    /** Counts days anew from all facts. */
    void countDays(LocalDate asOf) {
        jdbc.sql(sql("metrics/delete-counted-intakes")).update();
        jdbc.sql(sql("metrics/refresh-days"))
                .param("as_of", asOf)
                .param("zone", clock.zone().getId())
                .update();
    }

    /**
     * Counts bits anew from the figures of all users.
     *
     * @return how many users have no day of registration
     */
    long countBits() {
        jdbc.sql(sql("metrics/delete-period-bits")).update();
        jdbc.sql(sql("metrics/count-period-bits")).update();
        return jdbc.sql(sql("metrics/count-undated")).query(Long.class).single();
    }

    /** Figures of the users one intake touched, beside the kept ones. */
    void computeTouched(long intakeId, LocalDate asOf, int windowDays) {
        PeriodBits bits = new PeriodBits(asOf);
        clearComputed();
        jdbc.sql(sql("metrics/compute-touched"))
                .param("intake", intakeId)
                .param("as_of", asOf)
                .param("window", windowDays)
                .param("zone", clock.zone().getId())
                .param("bits", bits.perDay())
                .param("bits_from", bits.from())
                .update();
    }

    /**
     * Moves days and bits by what the touched users and the intake's facts change.
     *
     * @return by how much the number of users without a day of registration grows
     */
    long shiftTouched(long intakeId, LocalDate asOf) {
        jdbc.sql(sql("metrics/shift-period-bits")).update();
        jdbc.sql(sql("metrics/delete-empty-bits")).update();
        jdbc.sql(sql("metrics/shift-new-users")).param("as_of", asOf).update();
        int first = jdbc.sql(sql("metrics/save-counted-intake"))
                .param("intake", intakeId)
                .update();
        if (first > 0) {
            jdbc.sql(sql("metrics/add-intake-days"))
                    .param("intake", intakeId)
                    .param("as_of", asOf)
                    .param("zone", clock.zone().getId())
                    .update();
        }
        return jdbc.sql(sql("metrics/count-undated-shift")).query(Long.class).single();
    }

    /** Writes what was computed, where it differs from what is kept. */
    int writeComputed() {
        int written = jdbc.sql(sql("metrics/write-computed")).update();
        clearComputed();
        return written;
    }

    private void clearComputed() {
        jdbc.sql(sql("metrics/clear-computed")).update();
    }

    int deleteGone() {
        return jdbc.sql(sql("metrics/delete-gone")).update();
    }

    void deleteEmptyDays(LocalDate asOf) {
        jdbc.sql(sql("metrics/delete-empty-days")).param("as_of", asOf).update();
    }

    void savePeriods(List<PeriodBits.Numbered> periods, long undatedUsers) {
        jdbc.sql(sql("metrics/delete-periods")).update();
        jdbc.sql(sql("metrics/save-periods"))
                .param("froms", joined(periods, period -> period.period().from()))
                .param("untils", joined(periods, period -> period.period().until()))
                .param("bits", joined(periods, PeriodBits.Numbered::bit))
                .param("undated", undatedUsers)
                .update();
    }

    private static String joined(List<PeriodBits.Numbered> periods, Function<PeriodBits.Numbered, Object> part) {
        return periods.stream().map(part).map(Object::toString).collect(Collectors.joining(","));
    }

    void saveCurrent(CurrentFigures current) {
        jdbc.sql(sql("metrics/save-current"))
                .param("as_of", current.asOf())
                .param("window", current.windowDays())
                .param("refreshed_at", Timestamp.from(current.refreshedAt()))
                .param("duration_ms", current.duration().toMillis())
                .param("undated", current.undatedUsers())
                .update();
    }
}
