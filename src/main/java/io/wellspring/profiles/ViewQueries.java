package io.wellspring.profiles;

import static io.wellspring.shared.SqlFiles.sql;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what every page of the list asks for: the views there are, and the columns somebody has chosen. */
@Component
@RequiredArgsConstructor
class ViewQueries {

    private final JdbcClient jdbc;

    List<ListView> views(long staffId) {
        return jdbc.sql(sql("profiles/list-views"))
                .param("staff", staffId)
                .query((row, number) -> new ListView(
                        row.getLong("view_id"),
                        row.getString("name"),
                        row.getString("owner_name"),
                        row.getBoolean("own"),
                        row.getBoolean("shared"),
                        row.getBoolean("opens"),
                        ListView.read(texts(row.getArray("parameters"))),
                        row.getLong("version")))
                .list();
    }

    List<String> columns(long staffId) {
        return jdbc.sql(sql("profiles/find-columns"))
                .param("staff", staffId)
                .query((row, number) -> texts(row.getArray("columns")))
                .optional()
                .orElse(List.of());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
