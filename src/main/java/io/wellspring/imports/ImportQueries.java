package io.wellspring.imports;

import static io.wellspring.shared.SqlFiles.sql;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class ImportQueries {

    private final JdbcClient jdbc;

    List<RejectedLine> rejections(long importId, long afterLine, int limit) {
        return jdbc.sql(sql("imports/find-rejections"))
                .param("import", importId)
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, number) -> new RejectedLine(
                        row.getLong("line_no"),
                        row.getString("reason"),
                        row.getString("column_name"),
                        row.getString("fact"),
                        row.getObject("user_id", Long.class),
                        row.getObject("other_user_id", Long.class)))
                .list();
    }

    /** How many lines each reason refused. */
    Map<String, Long> reasons(long importId) {
        Map<String, Long> reasons = new TreeMap<>();
        jdbc.sql(sql("imports/count-reasons")).param("import", importId).query(row -> {
            reasons.put(row.getString("reason"), row.getLong("lines"));
        });
        return reasons;
    }

    long parseRejections(long importId) {
        return jdbc.sql(sql("imports/count-parse-rejections"))
                .param("import", importId)
                .query(Long.class)
                .single();
    }
}
