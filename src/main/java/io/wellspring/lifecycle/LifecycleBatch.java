package io.wellspring.lifecycle;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes ranges and the counts of days. */
@Component
@RequiredArgsConstructor
class LifecycleBatch {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** One run at a time, on all instances, until the transaction ends; with room to sort in. */
    void begin() {
        lock();
        jdbc.sql(sql("lifecycle/give-room")).query(rows -> {});
    }

    /** No run, nor another version of the thresholds, until the transaction ends. */
    void lock() {
        jdbc.sql(sql("lifecycle/lock-ranges")).update();
    }

    void computeAll() {
        jdbc.sql(sql("lifecycle/empty-computed")).update();
        jdbc.sql(sql("lifecycle/compute-all"))
                .param("zone", clock.zone().getId())
                .update();
        jdbc.sql(sql("lifecycle/analyze-computed")).update();
    }

    void computeTouched(long intakeId) {
        jdbc.sql(sql("lifecycle/empty-computed")).update();
        jdbc.sql(sql("lifecycle/compute-touched"))
                .param("intake", intakeId)
                .param("zone", clock.zone().getId())
                .update();
        jdbc.sql(sql("lifecycle/analyze-computed")).update();
    }

    /** Moves the counts of days by what the computed ranges of touched users change. */
    void shiftDayMoves() {
        jdbc.sql(sql("lifecycle/shift-day-moves")).update();
    }

    /** Keeps what was computed. */
    int write() {
        jdbc.sql(sql("lifecycle/delete-differing")).update();
        int written = jdbc.sql(sql("lifecycle/insert-missing")).update();
        jdbc.sql(sql("lifecycle/empty-computed")).update();
        return written;
    }

    /** Keeps what was computed where nothing is kept yet: all at once are quicker indexed than found a place one by one. */
    int writeFirst() {
        jdbc.sql(sql("lifecycle/drop-since-index")).update();
        int written = write();
        jdbc.sql(sql("lifecycle/add-since-index")).update();
        return written;
    }

    int deleteGone() {
        return jdbc.sql(sql("lifecycle/delete-gone")).update();
    }

    void countDayMovesAnew() {
        jdbc.sql(sql("lifecycle/analyze-ranges")).update();
        jdbc.sql(sql("lifecycle/delete-day-moves")).update();
        jdbc.sql(sql("lifecycle/count-day-moves")).update();
    }

    void saveCurrent(LocalDate asOf, int version, Instant when, Duration took) {
        jdbc.sql(sql("lifecycle/save-current"))
                .param("as_of", asOf)
                .param("version", version)
                .param("refreshed_at", Timestamp.from(when))
                .param("duration_ms", took.toMillis())
                .update();
    }
}
