package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.IntakeChange;
import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The set-based writing of the registry. */
@Component
@RequiredArgsConstructor
class UserBatch {

    private static final List<String> DUPLICATE_RULES = List.of(
            "users/reject-repeated-external-ids",
            "users/reject-repeated-users",
            "users/reject-repeated-phones",
            "users/reject-repeated-emails");

    private static final int REFERENCES_AT_ONCE = 10_000;
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;

    long stage(long intakeId, Consumer<Consumer<UserRow>> source) {
        discard(intakeId);
        long rows = copy.into(
                sql("users/copy-intake"),
                writer -> source.accept(row -> writer.row(
                        intakeId,
                        row.lineNo(),
                        row.externalId(),
                        row.name(),
                        row.phone(),
                        row.email(),
                        row.gender(),
                        row.birthday(),
                        row.province(),
                        row.city(),
                        row.channel(),
                        row.registeredAt(),
                        row.attributes(),
                        row.attributesIfMissing())));
        jdbc.sql(sql("users/analyze-intake")).update();
        return rows;
    }

    long staged(long intakeId) {
        return jdbc.sql(sql("users/count-intake"))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
    }

    IntakeReport classify(long intakeId, UserTerms terms) {
        run("users/match-intake", intakeId);
        DUPLICATE_RULES.forEach(rule -> run(rule, intakeId));
        run("users/decide-intake", intakeId);
        return report(intakeId);
    }

    void merge(long intakeId, UserTerms terms) {
        if (write("users/insert-users", intakeId, terms.demo(), terms.when()) >= MANY) {
            jdbc.sql(sql("users/analyze-users")).update();
        }
        write("users/update-users", intakeId, terms.demo(), terms.when());
        run("users/drop-stale-identities", intakeId);
        run("users/insert-identities", intakeId);
    }

    long createMissing(long intakeId, Consumer<Consumer<UserReference>> source, boolean demo, Instant when) {
        run("users/discard-references", intakeId);
        List<UserReference> waiting = new ArrayList<>();
        source.accept(reference -> {
            waiting.add(reference);
            if (waiting.size() == REFERENCES_AT_ONCE) {
                copyReferences(intakeId, waiting);
                waiting.clear();
            }
        });
        copyReferences(intakeId, waiting);
        int created = write("users/insert-missing-users", intakeId, demo, when);
        run("users/insert-identities", intakeId);
        run("users/discard-references", intakeId);
        return created;
    }

    List<IntakeSample> samples(long intakeId, String outcome, int limit) {
        return jdbc.sql(sql("users/sample-intake"))
                .param("intake", intakeId)
                .param("outcome", outcome)
                .param("limit", limit)
                .query((row, number) -> {
                    String externalId = row.getString("external_id");
                    String phone = Masking.phone(row.getString("phone"));
                    String email = Masking.email(row.getString("email"));
                    String key = externalId != null ? externalId : phone != null ? phone : email;
                    return new IntakeSample(
                            row.getLong("line_no"),
                            row.getString("outcome"),
                            key == null ? "" : key,
                            changes(row.getString("changes")),
                            row.getString("reason"),
                            row.getString("reason_fact"));
                })
                .list();
    }

    List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return jdbc.sql(sql("users/find-rejections"))
                .param("intake", intakeId)
                .param("after", afterLine)
                .param("limit", limit)
                .query((row, number) -> new IntakeRejection(
                        row.getLong("line_no"), row.getString("reason"), row.getString("reason_fact")))
                .list();
    }

    void discard(long intakeId) {
        run("users/discard-intake", intakeId);
    }

    long removeDemo() {
        return jdbc.sql(sql("users/delete-demo-users")).update();
    }

    private IntakeReport report(long intakeId) {
        Map<String, Long> outcomes = new TreeMap<>();
        Map<String, Long> matchedBy = new TreeMap<>();
        jdbc.sql(sql("users/report-intake")).param("intake", intakeId).query(row -> {
            long rows = row.getLong("rows");
            outcomes.merge(row.getString("outcome"), rows, Long::sum);
            String matched = row.getString("matched_by");
            if (matched != null) {
                matchedBy.merge(matched, rows, Long::sum);
            }
        });
        return new IntakeReport(
                outcomes.getOrDefault("CREATED", 0L),
                outcomes.getOrDefault("UPDATED", 0L),
                outcomes.getOrDefault("UNCHANGED", 0L),
                outcomes.getOrDefault("REJECTED", 0L),
                matchedBy);
    }

    private static List<IntakeChange> changes(@Nullable String fields) {
        return fields == null || fields.isEmpty()
                ? List.of()
                : Stream.of(fields.split(","))
                        .map(field -> new IntakeChange(field, null, null))
                        .toList();
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }

    private int write(String statement, long intakeId, boolean demo, Instant when) {
        return jdbc.sql(sql(statement))
                .param("intake", intakeId)
                .param("demo", demo)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In pieces, because who hands the references over may be reading them by the same connection. */
    private void copyReferences(long intakeId, List<UserReference> references) {
        copy.into(
                sql("users/copy-references"),
                writer -> references.forEach(reference -> writer.row(
                        intakeId, reference.kind(), reference.value(), reference.seenAt(), reference.channel())));
    }
}
