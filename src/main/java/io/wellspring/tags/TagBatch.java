package io.wellspring.tags;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.CopyWriter;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.users.IdentityKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The set-based writing of tags. */
@Component
@RequiredArgsConstructor
class TagBatch {

    /** What stands between the names of a row, and so in none of them. */
    private static final String BETWEEN = "\u001f";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** So many new rows that the planner must hear of them at once. */
    private static final int MANY = 10_000;

    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final BusinessClock clock;

    long stage(long intakeId, Consumer<Consumer<TagRow>> source) {
        try (Connection own = dataSource.getConnection()) {
            JdbcClient beside = JdbcClient.create(new SingleConnectionDataSource(own, true));
            beside.sql(sql("tags/discard-intake")).param("intake", intakeId).update();
            long rows = copy(intakeId, source, own);
            beside.sql(sql("tags/analyze-intake")).update();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not take these tags", e);
        }
    }

    long staged(long intakeId) {
        return count("tags/count-intake", intakeId);
    }

    TagReport rehearse(long intakeId, TagTerms terms) {
        match(intakeId, terms.matchBy());
        return report(intakeId, terms);
    }

    TagReport merge(long intakeId, TagTerms terms) {
        TagReport report = rehearse(intakeId, terms);
        write("tags/insert-groups", intakeId, terms);
        write("tags/insert-tags", intakeId, terms);
        if (takesAny(terms)) {
            jdbc.sql(sql("tags/keep-taken"))
                    .param("intake", intakeId)
                    .param("replaced", replaced(terms))
                    .update();
            write("tags/delete-taken", intakeId, terms);
        }
        int given = at("tags/insert-user-tags", intakeId, terms.when())
                .param("day", clock.dateOf(terms.when()))
                .update();
        if (given >= MANY) {
            jdbc.sql(sql("tags/analyze-tags")).update();
        }
        return report;
    }

    UndoReport undo(long intakeId, Instant when) {
        record Taken(long taken, long gone) {}
        long given = at("tags/undo-given", intakeId, when).update();
        Taken taken = jdbc.sql(sql("tags/count-taken-back"))
                .param("intake", intakeId)
                .query((row, number) -> new Taken(row.getLong("taken"), row.getLong("gone")))
                .single();
        long restored = at("tags/restore-taken", intakeId, when).update();
        run("tags/forget-taken", intakeId);
        return new UndoReport(given + restored, taken.taken() - taken.gone() - restored, taken.gone());
    }

    void discard(long intakeId) {
        run("tags/discard-intake", intakeId);
    }

    void usersWithTags(long intakeId, Consumer<UserId> taker) {
        jdbc.sql(sql("tags/find-users-with-tags"))
                .param("intake", intakeId)
                .withFetchSize(10_000)
                .query(row -> {
                    taker.accept(new UserId(row.getLong("user_id")));
                });
    }

    long sweep() {
        long gone = jdbc.sql(sql("tags/delete-gone")).update();
        jdbc.sql(sql("tags/delete-gone-history")).update();
        return gone;
    }

    private static long copy(long intakeId, Consumer<Consumer<TagRow>> source, Connection connection)
            throws SQLException {
        try (CopyWriter writer = new CopyWriter(connection, sql("tags/copy-intake"))) {
            source.accept(row -> writer.row(
                    intakeId,
                    row.lineNo(),
                    row.group(),
                    String.join(BETWEEN, row.names()),
                    row.externalId(),
                    row.phone(),
                    row.email()));
            return writer.finish();
        }
    }

    private void match(long intakeId, List<IdentityKind> matchBy) {
        List<String> keys = Stream.concat(matchBy.stream(), Stream.of(IdentityKind.values()))
                .distinct()
                .map(Enum::name)
                .toList();
        jdbc.sql(sql("tags/match-intake"))
                .param("intake", intakeId)
                .param("first", keys.get(0))
                .param("second", keys.get(1))
                .param("third", keys.get(2))
                .update();
    }

    private TagReport report(long intakeId, TagTerms terms) {
        List<NewTag> created = jdbc.sql(sql("tags/find-new-tags"))
                .param("intake", intakeId)
                .query((row, number) ->
                        new NewTag(row.getString("group_name"), row.getString("name"), row.getLong("rows")))
                .list();
        long taken = takesAny(terms)
                ? jdbc.sql(sql("tags/count-taken"))
                        .param("intake", intakeId)
                        .param("replaced", replaced(terms))
                        .query(Long.class)
                        .single()
                : 0;
        return new TagReport(created, count("tags/count-given", intakeId), taken);
    }

    private long count(String statement, long intakeId) {
        return jdbc.sql(sql(statement))
                .param("intake", intakeId)
                .query(Long.class)
                .single();
    }

    private int run(String statement, long intakeId) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).update();
    }

    private int write(String statement, long intakeId, TagTerms terms) {
        return at(statement, intakeId, terms.when()).update();
    }

    private JdbcClient.StatementSpec at(String statement, long intakeId, Instant when) {
        return jdbc.sql(sql(statement)).param("intake", intakeId).param("when", when.atOffset(ZoneOffset.UTC));
    }

    /** Whether rows may take tags away; where they only add, nobody has to look for it. */
    private boolean takesAny(TagTerms terms) {
        return !terms.replaced().isEmpty()
                || jdbc.sql(sql("tags/has-single")).query(Boolean.class).single();
    }

    private static String replaced(TagTerms terms) {
        return JSON.writeValueAsString(terms.replaced().stream()
                .map(group -> group.toLowerCase(Locale.ROOT))
                .toList());
    }
}
