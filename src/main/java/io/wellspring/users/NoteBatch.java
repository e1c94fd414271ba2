package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import io.wellspring.staff.StaffMember;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes notes. Merging users hands many on at once, so all of it is SQL. */
@Component
@RequiredArgsConstructor
class NoteBatch {

    private final JdbcClient jdbc;

    record Row(
            long id,
            long authorId,
            String author,
            String text,
            boolean pinned,
            Instant writtenAt,
            Optional<StaffNote.Change> change,
            int version) {

        /** Who touched its text last. */
        String lastHand() {
            return change.map(StaffNote.Change::by).orElse(author);
        }
    }

    List<Row> notes(UserId user, int limit) {
        return jdbc.sql(sql("users/find-notes"))
                .param("user", user.value())
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<Row> note(UserId user, long note) {
        return of("users/find-note", user, note)
                .query((row, number) -> row(row))
                .optional();
    }

    boolean has(UserId user, UUID form) {
        return jdbc.sql(sql("users/has-note-of-form"))
                .param("user", user.value())
                .param("form_key", form.toString())
                .query(Boolean.class)
                .single();
    }

    int insert(UserId user, UUID form, StaffMember author, String text, boolean pinned, Instant when) {
        return jdbc.sql(sql("users/insert-note"))
                .param("user", user.value())
                .param("form_key", form.toString())
                .param("author_id", author.id())
                .param("author", author.name())
                .param("text", text)
                .param("pinned", pinned)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    int change(UserId user, long note, int version, String text, String by, Instant when) {
        return of("users/change-note", user, note)
                .param("version", version)
                .param("text", text)
                .param("by", by)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    int remove(UserId user, long note, int version, String by, Instant when) {
        return of("users/remove-note", user, note)
                .param("version", version)
                .param("by", by)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    int pin(UserId user, long note, boolean pinned) {
        return of("users/pin-note", user, note).param("pinned", pinned).update();
    }

    private JdbcClient.StatementSpec of(String statement, UserId user, long note) {
        return jdbc.sql(sql(statement)).param("user", user.value()).param("note", note);
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime changedAt = row.getObject("changed_at", OffsetDateTime.class);
        return new Row(
                row.getLong("note_id"),
                row.getLong("author_id"),
                row.getString("author"),
                row.getString("text"),
                row.getBoolean("pinned"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                changedAt == null
                        ? Optional.empty()
                        : Optional.of(new StaffNote.Change(row.getString("changed_by"), changedAt.toInstant())),
                row.getInt("version"));
    }
}
