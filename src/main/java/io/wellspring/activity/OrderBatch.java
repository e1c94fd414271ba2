package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.users.IdentityKind;
import io.wellspring.users.UserReference;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The set-based writing of orders and refunds. */
@Component
@RequiredArgsConstructor
class OrderBatch {

    private static final int FETCHED = 10_000;
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    long stage(long intakeId, String orderSource, Consumer<Consumer<OrderRow>> source) {
        discard(intakeId);
        long rows = copy.into(
                sql("activity/copy-intake"),
                writer -> source.accept(row -> writer.row(
                        intakeId,
                        row.lineNo(),
                        row.kind(),
                        orderSource,
                        row.orderNo(),
                        row.externalId(),
                        row.phone(),
                        row.email(),
                        row.paidAt(),
                        row.amount().minor(),
                        row.channel())));
        jdbc.sql(sql("activity/analyze-intake")).update();
        return rows;
    }

    long staged(long intakeId) {
        return jdbc.sql(sql("activity/count-intake"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
    }

    IntakeReport classify(long intakeId, boolean createUsers) {
        run("activity/match-intake", intakeId);
        run("activity/reject-repeated-orders", intakeId);
        jdbc.sql(sql("activity/decide-intake"))
                .param("intake", intakeId)
                .param("create_users", createUsers)
                .update();
        return report(intakeId);
    }

    long countMissingUsers(long intakeId) {
        return jdbc.sql(sql("activity/count-missing-users"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
    }

    void missingUsers(long intakeId, Consumer<UserReference> taker) {
        jdbc.sql(sql("activity/find-missing-users"))
                .param("intake", intakeId)
                .withFetchSize(FETCHED)
                .query(row -> {
                    taker.accept(new UserReference(
                            IdentityKind.valueOf(row.getString("kind")),
                            row.getString("value"),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                            row.getString("channel")));
                });
    }

    void insert(long intakeId, boolean demo) {
        int written = jdbc.sql(sql("activity/insert-orders"))
                .param("intake", intakeId)
                .param("demo", demo)
                .update();
        if (written >= MANY) {
            jdbc.sql(sql("activity/analyze-orders")).update();
        }
        run("activity/insert-order-numbers", intakeId);
    }

    List<IntakeSample> samples(long intakeId, String outcome, int limit) {
        return jdbc.sql(sql("activity/sample-intake"))
                .param("intake", intakeId)
                .param("outcome", outcome)
                .param("limit", limit)
                .query((row, number) -> new IntakeSample(
                        row.getLong("line_no"),
                        row.getString("outcome"),
                        row.getString("order_no"),
                        List.of(),
                        row.getString("reason"),
                        row.getString("reason_fact")))
                .list();
    }

    List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return jdbc.sql(sql("activity/find-rejections"))
                .param("intake", intakeId)
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, number) -> new IntakeRejection(
                        row.getLong("line_no"), row.getString("reason"), row.getString("reason_fact")))
                .list();
    }

    void discard(long intakeId) {
        run("activity/discard-intake", intakeId);
    }

    long removeDemo() {
        return jdbc.sql(sql("activity/delete-demo-orders")).update();
    }

    private IntakeReport report(long intakeId) {
        Map<String, Long> outcomes = new TreeMap<>();
        Map<String, Long> matchedBy = new TreeMap<>();
        jdbc.sql(sql("activity/report-intake")).param("intake", intakeId).query(row -> {
            long rows = row.getLong("rows");
            outcomes.merge(row.getString("outcome"), rows, Long::sum);
            String matched = row.getString("matched_by");
            if (matched != null) {
                matchedBy.merge(matched, rows, Long::sum);
            }
        });
        return new IntakeReport(
                outcomes.getOrDefault("CREATED", 0L),
                0,
                outcomes.getOrDefault("UNCHANGED", 0L),
                outcomes.getOrDefault("REJECTED", 0L),
                matchedBy);
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }
}
