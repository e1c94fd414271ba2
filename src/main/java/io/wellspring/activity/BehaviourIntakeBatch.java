package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.CopyWriter;
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

/** The set-based writing of activity that files bring. */
@Component
@RequiredArgsConstructor
class BehaviourIntakeBatch {

    private static final int FETCHED = 10_000;
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final BusinessClock clock;

    long stage(long intakeId, Consumer<Consumer<ActivityRow>> source) {
        discard(intakeId);
        long rows = copy.into(
                sql("activity/copy-behaviour-rows"),
                writer -> source.accept(row -> writer.row(
                        intakeId,
                        row.lineNo(),
                        row.externalId(),
                        row.phone(),
                        row.email(),
                        row.type(),
                        row.happenedAt(),
                        row.count(),
                        new CopyWriter.Json(row.attributes() == null ? "{}" : row.attributes()))));
        jdbc.sql(sql("activity/analyze-behaviour-rows")).update();
        return rows;
    }

    long staged(long intakeId) {
        return jdbc.sql(sql("activity/count-behaviour-rows"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
    }

    IntakeReport classify(long intakeId, List<IdentityKind> matchBy, boolean createUsers) {
        keyed("activity/match-behaviour", intakeId, matchBy).update();
        keyed("activity/reject-repeated-behaviour", intakeId, matchBy).update();
        keyed("activity/decide-behaviour", intakeId, matchBy)
                .param("create_users", createUsers)
                .update();
        return report(intakeId);
    }

    long countMissingUsers(long intakeId, List<IdentityKind> matchBy) {
        return keyed("activity/count-missing-behaviour-users", intakeId, matchBy)
                .query(Long.class)
                .single();
    }

    void missingUsers(long intakeId, List<IdentityKind> matchBy, Consumer<UserReference> taker) {
        keyed("activity/find-missing-behaviour-users", intakeId, matchBy)
                .withFetchSize(FETCHED)
                .query(row -> {
                    IdentityKind kind = IdentityKind.valueOf(row.getString("kind"));
                    String value = row.getString("value");
                    taker.accept(new UserReference(
                            kind == IdentityKind.EXTERNAL_ID ? value : null,
                            kind == IdentityKind.PHONE ? value : null,
                            kind == IdentityKind.EMAIL ? value : null,
                            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                            null));
                });
    }

    void insert(long intakeId, boolean demo) {
        int written = jdbc.sql(sql("activity/insert-behaviour-rows"))
                .param("intake", intakeId)
                .param("demo", demo)
                .update();
        if (written >= MANY) {
            jdbc.sql(sql("activity/analyze-behaviour")).update();
        }
    }

    List<IntakeSample> samples(long intakeId, String outcome, int limit) {
        return jdbc.sql(sql("activity/sample-behaviour"))
                .param("intake", intakeId)
                .param("outcome", outcome)
                .param("limit", limit)
                .query((row, number) -> new IntakeSample(
                        row.getLong("line_no"),
                        row.getString("outcome"),
                        "%s · %s"
                                .formatted(
                                        row.getString("type"),
                                        clock.dateOf(row.getObject("happened_at", OffsetDateTime.class)
                                                .toInstant())),
                        List.of(),
                        row.getString("reason"),
                        row.getString("reason_fact")))
                .list();
    }

    List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return jdbc.sql(sql("activity/find-behaviour-rejections"))
                .param("intake", intakeId)
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, number) -> new IntakeRejection(
                        row.getLong("line_no"),
                        row.getString("reason"),
                        row.getString("reason_fact"),
                        row.getObject("user_id", Long.class),
                        row.getObject("other_user_id", Long.class)))
                .list();
    }

    void discard(long intakeId) {
        jdbc.sql(sql("activity/discard-behaviour-intake"))
                .param("intake", intakeId)
                .update();
    }

    long undo(long intakeId) {
        return jdbc.sql(sql("activity/undo-behaviour"))
                .param("intake", intakeId)
                .update();
    }

    private IntakeReport report(long intakeId) {
        Map<String, Long> outcomes = new TreeMap<>();
        Map<String, Long> matchedBy = new TreeMap<>();
        jdbc.sql(sql("activity/report-behaviour")).param("intake", intakeId).query(row -> {
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

    private JdbcClient.StatementSpec keyed(String statement, long intakeId, List<IdentityKind> matchBy) {
        return jdbc.sql(sql(statement))
                .param("intake", intakeId)
                .param("first", key(matchBy, 0))
                .param("second", key(matchBy, 1))
                .param("third", key(matchBy, 2));
    }

    private static String key(List<IdentityKind> matchBy, int place) {
        return place < matchBy.size() ? matchBy.get(place).name() : "";
    }
}
