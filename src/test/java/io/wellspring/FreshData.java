package io.wellspring;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Before each test method every table is empty again, except what migrations themselves put there. */
public class FreshData implements BeforeEachCallback {

    private static final List<String> KEPT = List.of("shared.flyway_schema_history", "rfm.group_cell");

    @Override
    public void beforeEach(ExtensionContext context) {
        JdbcClient jdbc =
                JdbcClient.create(SpringExtension.getApplicationContext(context).getBean(DataSource.class));
        List<String> tables = jdbc.sql("""
                        select schemaname || '.' || tablename
                        from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema', 'public')
                        """).query(String.class).list().stream()
                .filter(table -> !KEPT.contains(table))
                .toList();
        if (!tables.isEmpty()) {
            jdbc.sql("truncate " + String.join(", ", tables) + " restart identity cascade")
                    .update();
        }
    }
}
