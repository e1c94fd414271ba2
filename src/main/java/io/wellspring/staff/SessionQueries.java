package io.wellspring.staff;

import static io.wellspring.shared.SqlFiles.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every request asks of staff: one statement instead of an entity in a transaction. */
@Component
@RequiredArgsConstructor
class SessionQueries {

    private final JdbcClient jdbc;

    /** The session of somebody who may still log in, unless it is of an earlier generation. */
    Optional<StaffSession> find(long staffId, int generation) {
        return jdbc.sql(sql("staff/find-session"))
                .param("id", staffId)
                .param("generation", generation)
                .query((row, number) -> session(row))
                .optional();
    }

    private static StaffSession session(ResultSet row) throws SQLException {
        return new StaffSession(
                new StaffMember(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))),
                row.getInt("generation"),
                Optional.ofNullable(row.getString("locale")).flatMap(Language::of));
    }
}
