package io.wellspring.metrics;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what happened when, in one row per user (and type of activity): the business days of orders, refunds and activity in order, and
 * beside each what had come together by then. How often or how much within any range of days is two lookups in such a row. All facts
 * are in it, whatever day the figures are about: who asks names the days.
 */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class HistoryRefresh {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** Brings all histories up to date; rows that did not change are not written. */
    @ForManagers
    public void refreshAll() {
        giveRoom();
        int written = run("metrics/refresh-order-histories") + run("metrics/refresh-behaviour-histories");
        int gone = jdbc.sql(sql("metrics/delete-gone-order-histories")).update()
                + jdbc.sql(sql("metrics/delete-gone-behaviour-histories")).update();
        log.info("Histories: {} rows written, {} gone", written, gone);
    }

    /** Brings those of the users one intake brought facts of up to date. */
    @ForManagers
    public void refreshTouched(long intakeId) {
        giveRoom();
        int written = run("metrics/refresh-touched-order-histories", intakeId)
                + run("metrics/refresh-touched-behaviour-histories", intakeId);
        log.info("Histories of intake {}: {} rows written", intakeId, written);
    }

    /** At most {@code limit} users whose histories differ from the facts; empty unless something is broken or no refresh ran yet. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<UserId> drift(int limit) {
        return jdbc.sql(sql("metrics/find-history-drift"))
                .param("zone", clock.zone().getId())
                .param("limit", limit)
                .query((row, number) -> new UserId(row.getLong("user_id")))
                .list();
    }

    /** The types of activity there are, and how many users did each; the most common first. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<NamedCount> behaviourTypes() {
        return jdbc.sql(sql("metrics/list-behaviour-types"))
                .query((row, number) -> new NamedCount(row.getString("type"), row.getLong("users")))
                .list();
    }

    private void giveRoom() {
        jdbc.sql(sql("metrics/give-room")).query(rows -> {});
    }

    private int run(String statement) {
        return jdbc.sql(sql(statement)).param("zone", clock.zone().getId()).update();
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement))
                .param("zone", clock.zone().getId())
                .param("intake", intakeId)
                .update();
    }
}
