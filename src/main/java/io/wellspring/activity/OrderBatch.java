package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The set-based writing of orders and refunds, under the registry's lock. */
@Component
@RequiredArgsConstructor
class OrderBatch {

    private static final int FETCHED = 10_000;
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;
    /** From here on indexes are built afterwards, if there are more new rows than there were. */
    private static final int VERY_MANY = 200_000;

    private final JdbcClient jdbc;

    /**
     * @param given the kinds of identity that staged rows give
     * @param expected how many rows will be written
     */
    void insert(long intakeId, OrderTerms terms, String given, long expected) {
        if (expected == 0) {
            return;
        }
        boolean rebuild = expected >= VERY_MANY && expected > facts();
        if (rebuild) {
            jdbc.sql(sql("activity/drop-keys")).update();
        }
        long ids = jdbc.sql(sql("activity/take-order-ids"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
        jdbc.sql(sql("activity/insert-orders"))
                .param("intake", intakeId)
                .param("ids", ids)
                .param("source", terms.source())
                .param("match", OrderStaging.match(terms))
                .param("given", given)
                .param("demo", terms.demo())
                .update();
        run("activity/insert-order-numbers", intakeId);
        if (rebuild) {
            jdbc.sql(sql("activity/add-keys")).update();
        }
        run("activity/save-order-intake", intakeId);
        if (expected >= MANY) {
            jdbc.sql(sql("activity/analyze-orders")).update();
        }
    }

    /** After very many new facts; few are as quick without. */
    void settle(long intakeId) {
        long brought = jdbc.sql(sql("activity/count-intake-facts"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
        if (brought >= VERY_MANY) {
            jdbc.sql(sql("activity/settle-orders")).update();
        }
    }

    long undo(long intakeId) {
        run("activity/undo-order-numbers", intakeId);
        run("activity/undo-order-intake", intakeId);
        return run("activity/undo-orders", intakeId);
    }

    void usersWithFacts(long intakeId, Consumer<UserId> taker) {
        jdbc.sql(sql("activity/find-users-with-facts"))
                .param("intake", intakeId)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }

    long removeDemo() {
        jdbc.sql(sql("activity/delete-demo-order-numbers")).update();
        int removed = jdbc.sql(sql("activity/delete-demo-orders")).update();
        jdbc.sql(sql("activity/delete-demo-order-intakes")).update();
        return removed;
    }

    private long facts() {
        return jdbc.sql(sql("activity/count-facts")).query(Long.class).single();
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }
}
