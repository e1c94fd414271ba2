package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What many users, or many staged rows, have of attributes. */
@Component
@RequiredArgsConstructor
class AttributeBatch {

    private final JdbcClient jdbc;

    /** How many users have a value, by the attribute's code. */
    Map<String, Long> uses() {
        Map<String, Long> uses = new TreeMap<>();
        jdbc.sql(sql("users/count-attributes")).query(row -> {
            uses.put(row.getString("code"), row.getLong("users"));
        });
        return uses;
    }

    /** How many staged rows give a value, by the attribute's code. */
    Map<String, Long> staged(long intakeId) {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.sql(sql("users/count-staged-attributes")).param("intake", intakeId).query(row -> {
            rows.put(row.getString("code"), row.getLong("rows"));
        });
        return rows;
    }

    List<NewChoice> newChoices(long intakeId, Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql(sql("users/find-new-choices"))
                        .param("intake", intakeId)
                        .param("codes", String.join(",", codes))
                        .query((row, number) ->
                                new NewChoice(row.getString("code"), row.getString("choice"), row.getLong("rows")))
                        .list();
    }
}
