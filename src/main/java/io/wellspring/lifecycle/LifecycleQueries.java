package io.wellspring.lifecycle;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads ranges and the counts of days. */
@Component
@RequiredArgsConstructor
class LifecycleQueries {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Optional<CurrentStages> current() {
        return jdbc.sql(sql("lifecycle/find-current"))
                .query((row, n) -> new CurrentStages(
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("version"),
                        row.getTimestamp("refreshed_at").toInstant(),
                        Duration.ofMillis(row.getLong("duration_ms")),
                        row.getLong("members")))
                .optional();
    }

    Map<Stage, Long> count(LocalDate day) {
        return counted(jdbc.sql(sql("lifecycle/count-stages")).param("as_of", day));
    }

    /** How many of one user in {@code every} a draft would put where. */
    Map<Stage, Long> draft(Thresholds draft, LocalDate day, long every) {
        return counted(jdbc.sql(sql("lifecycle/count-draft"))
                .param("every", every)
                .param("zone", clock.zone().getId())
                .param("as_of", day)
                .param("new_days", draft.newDays())
                .param("returned_days", draft.returnedDays())
                .param("slip_factor", draft.slipFactor())
                .param("dormant_factor", draft.dormantFactor())
                .param("dormant_days", draft.dormantDays())
                .param("lost_days", draft.lostDays())
                .param("mature_orders", draft.matureOrders())
                .param("window_days", draft.windowDays()));
    }

    /** Only users who moved; of those who came back to where they were too. */
    List<StageFlow> moved(LocalDate from, LocalDate to) {
        return jdbc.sql(sql("lifecycle/count-flow"))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new StageFlow(
                        Optional.ofNullable(row.getString("from_stage")).map(Stage::valueOf),
                        Stage.valueOf(row.getString("stage")),
                        row.getLong("users")))
                .list();
    }

    List<StageExit> exits(LocalDate from, LocalDate to) {
        return jdbc.sql(sql("lifecycle/measure-moves"))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new StageExit(
                        Stage.valueOf(row.getString("from_stage")),
                        Optional.ofNullable(row.getString("stage")).map(Stage::valueOf),
                        row.getLong("moves"),
                        row.getDouble("median_days"),
                        row.getDouble("p75_days")))
                .list();
    }

    List<StageRange> life(UserId user) {
        return jdbc.sql(sql("lifecycle/find-life"))
                .param("user_id", user.value())
                .query((row, n) -> new StageRange(
                        Stage.valueOf(row.getString("stage")),
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class))))
                .list();
    }

    List<UserId> drift(int limit) {
        return jdbc.sql(sql("lifecycle/find-drift"))
                .param("zone", clock.zone().getId())
                .param("limit", limit)
                .query((row, n) -> new UserId(row.getLong("user_id")))
                .list();
    }

    int movesDrift() {
        return jdbc.sql(sql("lifecycle/count-moves-drift")).query(Integer.class).single();
    }

    private static Map<Stage, Long> counted(JdbcClient.StatementSpec statement) {
        Map<Stage, Long> users = new EnumMap<>(Stage.class);
        statement.query(row -> {
            users.put(Stage.valueOf(row.getString("stage")), row.getLong("users"));
        });
        return users;
    }
}
