package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adjustments that wait. Merging users hands many on at once, so all of it is SQL. */
@Component
@RequiredArgsConstructor
class AdjustmentBatch {

    private final JdbcClient jdbc;

    record Row(
            long id,
            UserId user,
            Points amount,
            String reason,
            Optional<LocalDate> lastDay,
            long requestedBy,
            String requestedByName,
            Instant requestedAt,
            AdjustmentRequest.State state,
            Optional<AdjustmentRequest.Decision> decision) {

        AdjustmentRequest request(long asking) {
            return new AdjustmentRequest(
                    id,
                    user,
                    amount,
                    reason,
                    lastDay,
                    requestedByName,
                    requestedAt,
                    state,
                    decision,
                    requestedBy == asking);
        }
    }

    long adjusted(UserId user, StaffMember by, LocalDate day) {
        return jdbc.sql(sql("points/sum-adjusted"))
                .param("user", user.value())
                .param("staff", by.id())
                .param("day", day)
                .query(Long.class)
                .single();
    }

    boolean has(UUID form) {
        return jdbc.sql(sql("points/has-request"))
                .param("form_key", form.toString())
                .query(Boolean.class)
                .single();
    }

    int insert(
            UserId user,
            UUID form,
            Points amount,
            String reason,
            Optional<LocalDate> lastDay,
            StaffMember by,
            Instant when) {
        return jdbc.sql(sql("points/insert-request"))
                .param("user", user.value())
                .param("form_key", form.toString())
                .param("amount", amount.value())
                .param("reason", reason)
                .param("expires_on", lastDay.orElse(null))
                .param("staff", by.id())
                .param("name", by.name())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<UserId> userOf(long request) {
        return jdbc.sql(sql("points/find-user-of-request"))
                .param("request", request)
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    Optional<Row> lock(long request) {
        return jdbc.sql(sql("points/lock-request"))
                .param("request", request)
                .query((row, number) -> row(row))
                .optional();
    }

    void decide(long request, AdjustmentRequest.State state, String why, StaffMember by, Instant when) {
        jdbc.sql(sql("points/decide-request"))
                .param("request", request)
                .param("state", state.name())
                .param("why", why)
                .param("staff", by.id())
                .param("name", by.name())
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    Slice<Row> requests(boolean pending, int page, int size) {
        int number = Math.max(page, 1);
        List<Row> rows = jdbc.sql(sql("points/find-requests"))
                .param("pending", pending)
                .param("limit", size)
                .param("offset", Slice.offset(number, size))
                .query((row, n) -> row(row))
                .list();
        return new Slice<>(rows, number, size, count(pending));
    }

    List<Row> waiting(UserId user) {
        return jdbc.sql(sql("points/find-requests-of-user"))
                .param("user", user.value())
                .query((row, n) -> row(row))
                .list();
    }

    long count(boolean pending) {
        return jdbc.sql(sql("points/count-requests"))
                .param("pending", pending)
                .query(Long.class)
                .single();
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Row(
                row.getLong("request_id"),
                new UserId(row.getLong("user_id")),
                new Points(row.getLong("amount")),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
                row.getLong("requested_by"),
                row.getString("requested_by_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                AdjustmentRequest.State.valueOf(row.getString("state")),
                decidedAt == null
                        ? Optional.empty()
                        : Optional.of(new AdjustmentRequest.Decision(
                                row.getString("decided_by_name"),
                                decidedAt.toInstant(),
                                row.getString("decided_why"))));
    }
}
