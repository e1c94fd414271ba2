package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the ledger: first the account is held, then one statement does all, so that it sees what others did before. */
@Component
@RequiredArgsConstructor
class PointsBatch {

    private final JdbcClient jdbc;

    /** Holds a user's account; false if there is none. */
    boolean lock(UserId user) {
        return jdbc.sql(sql("points/lock-account"))
                .param("user", user.value())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void open(UserId user) {
        jdbc.sql(sql("points/open-account")).param("user", user.value()).update();
    }

    Optional<PostedEntry> posted(BusinessKey key) {
        return jdbc.sql(sql("points/find-posted"))
                .param("key", key.text())
                .query((row, number) -> posted(row))
                .optional();
    }

    boolean bringIn(UserId user, EntryKind kind, Points amount, PostedEntry.Lot lot, PointsWriting writing) {
        return write("points/bring-in", user, writing)
                .param("kind", kind.name())
                .param("amount", amount.value())
                .param("available_from", lot.availableFrom())
                .param("expires_on", lot.lastDay().orElse(null))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** What was written; empty if nothing was, because the key is taken or there is too little. */
    Optional<Posting> draw(UserId user, EntryKind kind, Points amount, PointsWriting writing) {
        return write("points/draw", user, writing)
                .param("kind", kind.name())
                .param("amount", amount.value())
                .query(Long.class)
                .optional()
                .map(entry -> new Posting(user, entry, kind, amount.negated(), Points.ZERO, Points.ZERO));
    }

    boolean reverse(EntryKind kind, UserId user, long original, Optional<Points> asked, PointsWriting writing) {
        String statement = kind == EntryKind.REVERSE_EARN ? "points/reverse-earning" : "points/reverse-spending";
        return write(statement, user, writing)
                .param("original", original)
                .param("asked", asked.map(Points::value).orElse(null))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Points left(EntryKind kind, UserId user, long original) {
        String statement =
                kind == EntryKind.REVERSE_EARN ? "points/find-left-of-earning" : "points/find-left-of-spending";
        return new Points(jdbc.sql(sql(statement))
                .param("user", user.value())
                .param("original", original)
                .query(Long.class)
                .single());
    }

    /** A lot whose last day is over. */
    record DueLot(long user, long lot) {}

    /** Holds the accounts of users who have lots to expire, some lots at a time. */
    List<DueLot> lockDue(LocalDate asOf, int lots) {
        return jdbc.sql(sql("points/lock-due"))
                .param("as_of", asOf)
                .param("limit", lots)
                .query((row, number) -> new DueLot(row.getLong("user_id"), row.getLong("lot_id")))
                .list();
    }

    int expire(List<DueLot> due, LocalDate asOf, Instant at) {
        return jdbc.sql(sql("points/expire-lots"))
                .param("users", joined(due, DueLot::user))
                .param("lots", joined(due, DueLot::lot))
                .param("as_of", asOf)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String joined(List<DueLot> due, ToLongFunction<DueLot> part) {
        return due.stream().map(lot -> Long.toString(part.applyAsLong(lot))).collect(Collectors.joining(","));
    }

    /** Hands all points on. */
    void move(UserId survivor, UserId absorbed) {
        List<Long> held =
                two("points/lock-two", survivor, absorbed).query(Long.class).list();
        two("points/move-grantees", survivor, absorbed).update();
        if (!held.contains(absorbed.value())) {
            return;
        }
        open(survivor);
        lock(survivor);
        two("points/move-points", survivor, absorbed).update();
    }

    int deleteGone() {
        return jdbc.sql(sql("points/delete-gone")).update();
    }

    private JdbcClient.StatementSpec two(String statement, UserId survivor, UserId absorbed) {
        return jdbc.sql(sql(statement)).param("survivor", survivor.value()).param("absorbed", absorbed.value());
    }

    private JdbcClient.StatementSpec write(String statement, UserId user, PointsWriting writing) {
        return jdbc.sql(sql(statement))
                .param("user", user.value())
                .param("key", writing.key().text())
                .param("day", writing.day())
                .param("at", writing.at().atOffset(ZoneOffset.UTC))
                .param("source", writing.cause().source())
                .param("reason", writing.cause().reason())
                .param("staff_id", writing.staffId().orElse(null))
                .param("by_name", writing.by());
    }

    private static PostedEntry posted(ResultSet row) throws SQLException {
        return new PostedEntry(
                posting(row),
                row.getObject("asked", Long.class),
                row.getObject("day", LocalDate.class),
                new Cause(row.getString("source"), row.getString("reason")),
                day(row, "available_from"),
                day(row, "expires_on"),
                row.getString("reverses"));
    }

    static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new UserId(row.getLong("user_id")),
                row.getLong("entry_id"),
                EntryKind.valueOf(row.getString("kind")),
                new Points(row.getLong("amount")),
                new Points(row.getLong("waived")),
                new Points(row.getLong("debt_change")));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
