package io.wellspring.rfm;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes scores, cubes and migrations. */
@Component
@RequiredArgsConstructor
class RfmBatch {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** One run at a time, on all instances, until the transaction ends; with room to sort in. */
    void begin() {
        lock();
        jdbc.sql(sql("rfm/give-room")).query(rows -> {});
    }

    /** No other run, nor another version of the model, until the transaction ends. */
    void lock() {
        jdbc.sql(sql("rfm/lock-runs")).query(rows -> {});
    }

    long openSnapshot(long modelId, Measuring measuring, long unscored, Instant takenAt) {
        long snapshot = jdbc.sql(sql("rfm/save-snapshot"))
                .param("model", modelId)
                .param("as_of", measuring.asOf())
                .param("window", measuring.windowDays())
                .param("unscored", unscored)
                .param("taken_at", Timestamp.from(takenAt))
                .query(Long.class)
                .single();
        return snapshot;
    }

    /** Scores the users; where the snapshot is taken again, what differs is changed. */
    void score(long snapshot, long modelId, Measuring measuring) {
        boolean fresh = jdbc.sql(sql("rfm/open-scores"))
                .param("snapshot", snapshot)
                .query(Boolean.class)
                .single();
        if (fresh) {
            measured("rfm/score-users", snapshot, measuring)
                    .param("model", modelId)
                    .update();
            jdbc.sql(sql("rfm/index-scores")).param("snapshot", snapshot).query(rows -> {});
        } else {
            measured("rfm/change-scores", snapshot, measuring)
                    .param("model", modelId)
                    .update();
            measured("rfm/delete-scores", snapshot, measuring).update();
        }
        forSnapshot("rfm/delete-cells", snapshot);
        forSnapshot("rfm/sum-cells", snapshot);
        forSnapshot("rfm/keep-ranks", snapshot);
    }

    /** Counts who moved since the snapshot it is compared with. */
    void migrate(long snapshot) {
        forSnapshot("rfm/delete-migrations", snapshot);
        preceding(snapshot)
                .ifPresent(before -> jdbc.sql(sql("rfm/keep-migration"))
                        .param("from", before)
                        .param("to", snapshot)
                        .update());
    }

    void finish(long snapshot, Duration duration) {
        jdbc.sql(sql("rfm/finish-snapshot"))
                .param("snapshot", snapshot)
                .param("duration_ms", duration.toMillis())
                .update();
    }

    /** Drops snapshots that are worn out, but not the one just taken. */
    int purge(long taken) {
        return drop(jdbc.sql(sql("rfm/list-worn-out"))
                .param("taken", taken)
                .query(Long.class)
                .list());
    }

    /** Drops all of these snapshots with their scores. */
    int drop(List<Long> snapshots) {
        if (!snapshots.isEmpty()) {
            jdbc.sql(sql("rfm/drop-scores")).param("snapshots", snapshots).query(rows -> {});
            jdbc.sql(sql("rfm/delete-snapshots")).param("snapshots", snapshots).update();
        }
        return snapshots.size();
    }

    private Optional<Long> preceding(long snapshot) {
        return jdbc.sql(sql("rfm/find-preceding"))
                .param("snapshot", snapshot)
                .query(Long.class)
                .optional();
    }

    private JdbcClient.StatementSpec measured(String statement, long snapshot, Measuring measuring) {
        return jdbc.sql(sql(statement))
                .param("snapshot", snapshot)
                .param("stored", measuring.stored())
                .param("as_of", measuring.asOf())
                .param("window", measuring.windowDays())
                .param("zone", clock.zone().getId());
    }

    private void forSnapshot(String statement, long snapshot) {
        jdbc.sql(sql(statement)).param("snapshot", snapshot).update();
    }
}
