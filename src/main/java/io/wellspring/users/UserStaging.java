package io.wellspring.users;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BulkCopy;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.CopyWriter;
import io.wellspring.shared.IntakeChange;
import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.RepeatFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows beside the registry: staged, and compared with it. */
@Component
class UserStaging {

    private static final List<String> REPEAT_RULES = List.of(
            "users/reject-repeated-external-ids",
            "users/reject-repeated-users",
            "users/reject-repeated-phones",
            "users/reject-repeated-emails");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final TypeReference<Map<String, Object>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final TransactionTemplate apart;

    UserStaging(
            JdbcClient jdbc,
            BulkCopy copy,
            JsonMapper json,
            BusinessClock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The parts are opened in a transaction of their own: until it ends, no other intake can open its own. */
    long stage(long intakeId, Consumer<Consumer<UserRow>> source) {
        apart.executeWithoutResult(status -> {
            select("users/open-intake", intakeId);
            update("users/delete-comparison", intakeId);
            update("users/forget-staged", intakeId);
        });
        RepeatFilter identities = new RepeatFilter();
        GivenIdentities given = new GivenIdentities();
        long rows = copy.into(
                sql("users/copy-intake"),
                writer -> source.accept(row -> {
                    given.note(row.externalId(), row.phone(), row.email());
                    writer.row(
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
                            CopyWriter.Json.of(row.attributes()),
                            CopyWriter.Json.of(row.attributesIfMissing()),
                            row.smsConsent(),
                            row.emailConsent(),
                            mayRepeat(identities, row));
                }));
        jdbc.sql(sql("users/save-staged"))
                .param("intake", intakeId)
                .param("rows", rows)
                .param("given", given.toString())
                .update();
        select("users/analyze-intake", intakeId);
        return rows;
    }

    long staged(long intakeId) {
        return jdbc.sql(sql("users/find-staged"))
                .param("intake", intakeId)
                .query((row, number) -> row.getLong("rows"))
                .optional()
                .orElse(0L);
    }

    /**
     * Compares the staged rows with the registry, unless that was done and nothing has changed since. A phone that one row takes from its
     * user, by giving another, is free for the other rows, or importing the file a second time would do what the first did not. That is
     * decided anew until it holds: what is claimed must really be released; it can only become less.
     */
    void compare(long intakeId, UserTerms terms, long revision) {
        String wanted = fingerprint(terms);
        boolean known = jdbc.sql(sql("users/find-comparison"))
                .param("intake", intakeId)
                .query((row, number) -> row.getString("terms").equals(wanted) && row.getLong("revision") == revision)
                .optional()
                .orElse(false);
        if (known) {
            return;
        }
        jdbc.sql(sql("users/give-room")).query(row -> {});
        update("users/delete-releases", intakeId);
        decide(intakeId, terms);
        Set<Identity> claimed = releases(intakeId, terms);
        while (!claimed.isEmpty()) {
            claim(intakeId, claimed);
            decide(intakeId, terms);
            Set<Identity> released = releases(intakeId, terms);
            if (released.containsAll(claimed)) {
                break;
            }
            claimed.retainAll(released);
            claim(intakeId, claimed);
            if (claimed.isEmpty()) {
                decide(intakeId, terms);
            }
        }
        jdbc.sql(sql("users/save-comparison"))
                .param("intake", intakeId)
                .param("terms", wanted)
                .param("revision", revision)
                .update();
    }

    private void decide(long intakeId, UserTerms terms) {
        update("users/delete-verdicts", intakeId);
        jdbc.sql(sql("users/compare-intake"))
                .param("intake", intakeId)
                .param("match", match(terms))
                .param("given", given(intakeId))
                .param("fill", fill(terms))
                .param("mode", terms.mode().name())
                .update();
        select("users/analyze-verdicts", intakeId);
        update("users/delete-repeats", intakeId);
        if (update("users/find-repeats", intakeId) > 0) {
            REPEAT_RULES.forEach(rule -> update(rule, intakeId));
            update("users/delete-repeats", intakeId);
        }
    }

    private record Identity(String kind, String value) {}

    private Set<Identity> releases(long intakeId, UserTerms terms) {
        return new HashSet<>(jdbc.sql(sql("users/find-releases"))
                .param("intake", intakeId)
                .param("fill", fill(terms))
                .query((row, number) -> new Identity(row.getString("kind"), row.getString("value")))
                .list());
    }

    private void claim(long intakeId, Set<Identity> identities) {
        update("users/delete-releases", intakeId);
        copy.into(
                sql("users/copy-releases"),
                writer -> identities.forEach(identity -> writer.row(intakeId, identity.kind(), identity.value())));
    }

    IntakeReport report(long intakeId) {
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

    List<IntakeSample> samples(long intakeId, UserTerms terms, String outcome, int limit) {
        return jdbc.sql(sql("users/sample-intake"))
                .param("intake", intakeId)
                .param("outcome", outcome)
                .param("fill", fill(terms))
                .param("limit", limit)
                .query((row, number) -> sample(row))
                .list();
    }

    List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return jdbc.sql(sql("users/find-rejections"))
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
        select("users/discard-intake", intakeId);
        update("users/forget-staged", intakeId);
        update("users/delete-comparison", intakeId);
    }

    static String fill(UserTerms terms) {
        return terms.fillOnly().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static String match(UserTerms terms) {
        return terms.matchBy().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String fingerprint(UserTerms terms) {
        return terms.mode() + " " + match(terms) + " " + fill(terms);
    }

    private IntakeSample sample(ResultSet row) throws SQLException {
        String externalId = row.getString("external_id");
        String phone = Masking.phone(row.getString("phone"));
        String email = Masking.email(row.getString("email"));
        String key = Optional.ofNullable(externalId)
                .or(() -> Optional.ofNullable(phone))
                .orElse(email == null ? "" : email);
        return new IntakeSample(
                row.getLong("line_no"),
                row.getString("outcome"),
                key,
                changes(cells(row.getString("before")), cells(row.getString("after"))),
                row.getString("reason"),
                row.getString("reason_fact"));
    }

    private Map<String, Object> cells(@Nullable String object) {
        return object == null ? Map.of() : json.readValue(object, CELLS);
    }

    private List<IntakeChange> changes(Map<String, Object> before, Map<String, Object> after) {
        TreeSet<String> cells = new TreeSet<>(before.keySet());
        cells.addAll(after.keySet());
        return cells.stream()
                .filter(cell -> !String.valueOf(before.get(cell)).equals(String.valueOf(after.get(cell))))
                .map(cell -> new IntakeChange(cell, shown(cell, before.get(cell)), shown(cell, after.get(cell))))
                .toList();
    }

    /** Whom it is about stays unseen by who only looks at what would change. */
    private @Nullable String shown(String cell, @Nullable Object value) {
        String text = value == null ? null : value.toString();
        return switch (cell) {
            case "NAME" -> Masking.name(text);
            case "PHONE" -> Masking.phone(text);
            case "EMAIL" -> Masking.email(text);
            case "REGISTERED_AT" ->
                text == null ? null : MINUTE.format(OffsetDateTime.parse(text).atZoneSameInstant(clock.zone()));
            case "BIRTHDAY" -> text == null ? null : "****" + text.substring(Math.min(4, text.length()));
            default -> text;
        };
    }

    private static boolean mayRepeat(RepeatFilter identities, UserRow row) {
        return mayRepeat(identities, IdentityKind.EXTERNAL_ID, row.externalId())
                | mayRepeat(identities, IdentityKind.PHONE, row.phone())
                | mayRepeat(identities, IdentityKind.EMAIL, row.email());
    }

    private static boolean mayRepeat(RepeatFilter identities, IdentityKind kind, @Nullable String value) {
        return value != null && identities.mayRepeat(kind.ordinal(), value);
    }

    private String given(long intakeId) {
        return jdbc.sql(sql("users/find-staged"))
                .param("intake", intakeId)
                .query((row, number) -> row.getString("given"))
                .optional()
                .orElse("");
    }

    private int update(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }

    private void select(String statement, long intakeId) {
        jdbc.sql(sql(statement)).param("intake", intakeId).query(row -> {});
    }
}
