package io.wellspring.activity;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.RepeatFilter;
import io.wellspring.users.GivenIdentities;
import io.wellspring.users.UserReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders beside the facts: staged, and compared with users and facts. */
@Component
class OrderStaging {

    private static final int FETCHED = 10_000;

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final TransactionTemplate apart;

    OrderStaging(JdbcClient jdbc, BulkCopy copy, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param exceptions rows that are no simple new order of a known user */
    private record Outcomes(long exceptions, Map<String, Long> matchedBy) {}

    private record Comparison(String terms, long revision, Map<String, Long> matchedBy) {}

    /** The parts are opened in a transaction of their own: until it ends, no other intake can open its own. */
    long stage(long intakeId, Consumer<Consumer<OrderRow>> source) {
        apart.executeWithoutResult(status -> {
            select("activity/open-intake", intakeId);
            update("activity/delete-comparison", intakeId);
            update("activity/forget-staged", intakeId);
        });
        RepeatFilter numbers = new RepeatFilter();
        GivenIdentities given = new GivenIdentities();
        long[] lastLine = new long[1];
        long rows = copy.into(
                sql("activity/copy-intake"),
                writer -> source.accept(row -> {
                    given.note(row.externalId(), row.phone(), row.email());
                    lastLine[0] = Math.max(lastLine[0], row.lineNo());
                    writer.row(
                            intakeId,
                            row.lineNo(),
                            row.kind(),
                            row.orderNo(),
                            row.externalId(),
                            row.phone(),
                            row.email(),
                            row.paidAt(),
                            row.amount().minor(),
                            row.channel(),
                            numbers.mayRepeat(row.kind().ordinal(), row.orderNo()));
                }));
        jdbc.sql(sql("activity/save-staged"))
                .param("intake", intakeId)
                .param("rows", rows)
                .param("given", given.toString())
                .param("last_line", lastLine[0])
                .update();
        select("activity/analyze-intake", intakeId);
        return rows;
    }

    long staged(long intakeId) {
        return jdbc.sql(sql("activity/find-staged"))
                .param("intake", intakeId)
                .query((row, number) -> row.getLong("rows"))
                .optional()
                .orElse(0L);
    }

    /** Compares the staged rows with users and facts, unless that was done and nothing has changed since. */
    IntakeReport compare(long intakeId, OrderTerms terms, long revision) {
        jdbc.sql(sql("activity/give-room")).query(row -> {});
        String wanted = terms.source() + " " + match(terms) + " " + terms.createUsers();
        Map<String, Long> matchedBy = new HashMap<>(comparison(intakeId)
                .filter(known -> known.terms().equals(wanted) && known.revision() == revision)
                .map(Comparison::matchedBy)
                .orElseGet(() -> compareAnew(intakeId, terms, wanted, revision)));
        matchedBy.values().removeIf(rows -> rows == 0);
        Map<String, Long> outcomes = new HashMap<>();
        jdbc.sql(sql("activity/report-intake")).param("intake", intakeId).query(row -> {
            outcomes.merge(row.getString("outcome"), row.getLong("rows"), Long::sum);
        });
        return new IntakeReport(
                outcomes.getOrDefault("CREATED", 0L),
                0,
                outcomes.getOrDefault("UNCHANGED", 0L),
                outcomes.getOrDefault("REJECTED", 0L),
                matchedBy);
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
                            row.getString("external_id"),
                            row.getString("phone"),
                            row.getString("email"),
                            row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                            row.getString("channel")));
                });
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
                        row.getLong("line_no"),
                        row.getString("reason"),
                        row.getString("reason_fact"),
                        row.getObject("user_id", Long.class),
                        row.getObject("other_user_id", Long.class)))
                .list();
    }

    void discard(long intakeId) {
        select("activity/discard-intake", intakeId);
        update("activity/forget-staged", intakeId);
        update("activity/delete-comparison", intakeId);
    }

    /** The kinds of identity that staged rows give, with commas between them. */
    String given(long intakeId) {
        return jdbc.sql(sql("activity/find-staged"))
                .param("intake", intakeId)
                .query((row, number) -> row.getString("given"))
                .optional()
                .orElse("");
    }

    static String match(OrderTerms terms) {
        return terms.matchBy().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Counts first, because most files hold nothing but new orders of known users, and then there is nothing to write down. */
    private Map<String, Long> compareAnew(long intakeId, OrderTerms terms, String wanted, long revision) {
        String given = given(intakeId);
        update("activity/delete-verdicts", intakeId);
        Outcomes found = jdbc.sql(sql("activity/count-outcomes"))
                .param("intake", intakeId)
                .param("source", terms.source())
                .param("match", match(terms))
                .param("given", given)
                .param("create_users", terms.createUsers())
                .query((row, number) -> new Outcomes(row.getLong("exceptions"), matchedBy(row)))
                .single();
        if (found.exceptions() > 0) {
            jdbc.sql(sql("activity/compare-intake"))
                    .param("intake", intakeId)
                    .param("source", terms.source())
                    .param("match", match(terms))
                    .param("given", given)
                    .param("create_users", terms.createUsers())
                    .update();
            select("activity/analyze-verdicts", intakeId);
        }
        update("activity/delete-repeats", intakeId);
        if (update("activity/find-repeats", intakeId) > 0) {
            update("activity/reject-repeated-orders", intakeId);
            update("activity/delete-repeats", intakeId);
        }
        jdbc.sql(sql("activity/save-comparison"))
                .param("intake", intakeId)
                .param("terms", wanted)
                .param("revision", revision)
                .param("by_external_id", found.matchedBy().get("EXTERNAL_ID"))
                .param("by_phone", found.matchedBy().get("PHONE"))
                .param("by_email", found.matchedBy().get("EMAIL"))
                .update();
        return found.matchedBy();
    }

    private Optional<Comparison> comparison(long intakeId) {
        return jdbc.sql(sql("activity/find-comparison"))
                .param("intake", intakeId)
                .query((row, number) -> new Comparison(row.getString("terms"), row.getLong("revision"), matchedBy(row)))
                .optional();
    }

    private static Map<String, Long> matchedBy(ResultSet row) throws SQLException {
        return Map.of(
                "EXTERNAL_ID", row.getLong("by_external_id"),
                "PHONE", row.getLong("by_phone"),
                "EMAIL", row.getLong("by_email"));
    }

    private int update(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }

    private void select(String statement, long intakeId) {
        jdbc.sql(sql(statement)).param("intake", intakeId).query(row -> {});
    }
}
