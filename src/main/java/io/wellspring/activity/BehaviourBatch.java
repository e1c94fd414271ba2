package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The set-based writing of behaviour. */
@Component
@RequiredArgsConstructor
class BehaviourBatch {

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    long take(long intakeId, Consumer<Consumer<BehaviourRow>> source, boolean demo) {
        run("activity/discard-behaviour-rows", intakeId);
        copy.into(
                sql("activity/copy-behaviour"),
                writer -> source.accept(
                        row -> writer.row(intakeId, row.externalId(), row.type(), row.happenedAt(), row.count())));
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
