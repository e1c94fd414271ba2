package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes what users said of being contacted. */
@Component
@RequiredArgsConstructor
class ConsentBatch {

    private final JdbcClient jdbc;

    List<ConsentEntry> entries(UserId user, int limit) {
        return jdbc.sql(sql("users/find-consents"))
                .param("user", user.value())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    int change(UserId user, ContactMedium medium, Optional<Boolean> given, String by, String reason, Instant when) {
        return jdbc.sql(sql("users/change-consent"))
                .param("user", user.value())
                .param("medium", medium.name())
                .param("given", given.orElse(null))
                .param("by", by)
                .param("reason", reason)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What the users say whom an intake has just brought or changed. */
    void keepImported(long intakeId, Instant when) {
        of("users/insert-consents", intakeId, when).update();
    }

    /** What the users say whose changes by an intake have just been undone, before those are forgotten. */
    void keepUndone(long intakeId, Instant when) {
        of("users/insert-undone-consents", intakeId, when).update();
    }

    /** Hands on what the absorbed user said, and keeps what the survivor stands by. */
    void follow(UserId survivor, UserId absorbed, String by, Instant when) {
        jdbc.sql(sql("users/move-consents"))
                .param("survivor", survivor.value())
                .param("absorbed", absorbed.value())
                .update();
        jdbc.sql(sql("users/insert-merged-consents"))
                .param("survivor", survivor.value())
                .param("by", by)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetGone() {
        jdbc.sql(sql("users/delete-gone-consents")).update();
    }

    private JdbcClient.StatementSpec of(String statement, long intakeId, Instant when) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).param("when", when.atOffset(ZoneOffset.UTC));
    }

    private static ConsentEntry entry(ResultSet row) throws SQLException {
        long intakeId = row.getLong("intake_id");
        OptionalLong intake = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(intakeId);
        return new ConsentEntry(
                ContactMedium.valueOf(row.getString("medium")),
                Optional.ofNullable(row.getObject("given", Boolean.class)),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                ConsentEntry.Cause.valueOf(row.getString("cause")),
                intake,
                Optional.ofNullable(row.getString("said_by")),
                Optional.ofNullable(row.getString("reason")));
    }
}
