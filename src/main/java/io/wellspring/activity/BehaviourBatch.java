package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.CopyWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** The set-based writing of behaviour. */
@Component
@RequiredArgsConstructor
class BehaviourBatch {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    long take(long intakeId, Consumer<Consumer<BehaviourRow>> source, boolean demo) {
        run("activity/discard-behaviour-rows", intakeId);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (CopyWriter writer = new CopyWriter(
                connection,
                "copy activity.behaviour_row (intake_id, external_id, type, happened_at, count) from stdin")) {
            source.accept(row -> writer.row(intakeId, row.externalId(), row.type(), row.happenedAt(), row.count()));
            writer.finish();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows could not be staged", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        int taken = jdbc.sql(sql("activity/insert-behaviour"))
                .param("intake", intakeId)
                .param("demo", demo)
                .update();
        run("activity/discard-behaviour-rows", intakeId);
        return taken;
    }

    long removeDemo() {
        return jdbc.sql(sql("activity/delete-demo-behaviour")).update();
    }

    private void run(String statement, long intakeId) {
        jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }
}
