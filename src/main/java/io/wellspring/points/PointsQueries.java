package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class PointsQueries {

    private final JdbcClient jdbc;

    Optional<Balance> balance(UserId user, LocalDate day) {
        return jdbc.sql(sql("points/find-balance"))
                .param("user", user.value())
                .param("day", day)
                .query((row, number) -> new Balance(
                        points(row, "present"), points(row, "pending"), points(row, "debt"), day(row, "next_expiry")))
                .optional();
    }

    List<Lot> lots(UserId user) {
        return jdbc.sql(sql("points/find-lots"))
                .param("user", user.value())
                .query((row, number) -> new Lot(
                        row.getLong("lot_id"),
                        points(row, "amount"),
                        points(row, "remaining"),
                        row.getObject("available_from", LocalDate.class),
                        day(row, "expires_on"),
                        cause(row)))
                .list();
    }

    Statement statement(UserId user, Optional<Long> before, int size) {
        List<Statement.Line> lines = jdbc.sql(sql("points/find-statement"))
                .param("user", user.value())
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", size + 1)
                .query((row, number) -> line(row, user))
                .list();
        List<Statement.Line> shown = lines.subList(0, Math.min(size, lines.size()));
        Map<Long, List<Statement.Draw>> draws = draws(user, shown);
        Map<Long, Origin> origins =
                origins(shown.stream().map(Statement.Line::posting).toList());
        return new Statement(
                shown.stream()
                        .map(line -> new Statement.Line(
                                line.posting(),
                                line.day(),
                                line.at(),
                                line.cause(),
                                line.by(),
                                line.total(),
                                line.key(),
                                line.reverses(),
                                line.lot(),
                                draws.getOrDefault(line.posting().entryId(), List.of()),
                                origins.getOrDefault(line.posting().entryId(), Origin.NONE)))
                        .toList(),
                lines.size() > size ? Optional.of(shown.getLast().posting().entryId()) : Optional.empty());
    }

    List<PointsFlow> months() {
        return flows("points/sum-months");
    }

    Outstanding outstanding(LocalDate asOf) {
        return jdbc.sql(sql("points/sum-outstanding"))
                .param("as_of", asOf)
                .query((row, number) -> outstanding(row))
                .single();
    }

    List<ExpiringMonth> expiring(LocalDate asOf) {
        return expiring(jdbc.sql(sql("points/sum-expiring")).param("as_of", asOf));
    }

    /** What was added up last; empty before the first time. */
    Optional<PointsOfAll> kept() {
        return jdbc.sql(sql("points/find-outstanding"))
                .query((row, number) -> new PointsOfAll(
                        row.getObject("as_of", LocalDate.class),
                        row.getObject("added_up_at", OffsetDateTime.class).toInstant(),
                        true,
                        flows("points/find-flows"),
                        outstanding(row),
                        expiring(jdbc.sql(sql("points/find-expiring")))))
                .optional();
    }

    /** Whether there are more entries than that. */
    boolean isLongerThan(long most) {
        return jdbc.sql(sql("points/is-long"))
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    private List<PointsFlow> flows(String file) {
        return jdbc.sql(sql(file))
                .query((row, number) -> new PointsFlow(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getBoolean("up"),
                        row.getString("source"),
                        row.getLong("entries"),
                        row.getLong("amount")))
                .list();
    }

    private static Outstanding outstanding(ResultSet row) throws SQLException {
        return new Outstanding(
                row.getLong("available"),
                row.getLong("present"),
                row.getLong("pending"),
                row.getLong("users"),
                row.getLong("debt"),
                row.getLong("debtors"));
    }

    private static List<ExpiringMonth> expiring(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new ExpiringMonth(
                        day(row, "month").map(YearMonth::from),
                        row.getLong("users"),
                        row.getLong("lots"),
                        row.getLong("amount")))
                .list();
    }

    List<BurnShare> burnShares() {
        return jdbc.sql(sql("points/find-burn-shares"))
                .query((row, number) -> new BurnShare(
                        row.getInt("months_left"),
                        row.getLong("held"),
                        row.getLong("spent"),
                        row.getObject("as_of", LocalDate.class)))
                .list();
    }

    LedgerPage entries(LedgerFilter filter, int size) {
        List<LedgerPage.Row> rows = jdbc.sql(sql("points/find-entries"))
                .param("user", filter.user().map(UserId::value).orElse(null))
                .param("kind", filter.kind().map(Enum::name).orElse(null))
                .param("key", filter.key().orElse(null))
                .param("from", filter.from())
                .param("to", filter.to())
                .param("day", filter.below().map(LedgerPage.Place::day).orElse(LedgerFilter.LATEST))
                .param("entry", filter.below().map(LedgerPage.Place::entry).orElse(Long.MAX_VALUE))
                .param("limit", size + 1)
                .query((row, number) -> new LedgerPage.Row(
                        PointsBatch.posting(row),
                        row.getObject("day", LocalDate.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        cause(row),
                        row.getString("by_name"),
                        Optional.ofNullable(row.getString("key")),
                        Origin.NONE))
                .list();
        List<LedgerPage.Row> shown = rows.subList(0, Math.min(size, rows.size()));
        Map<Long, Origin> origins =
                origins(shown.stream().map(LedgerPage.Row::posting).toList());
        return new LedgerPage(
                shown.stream()
                        .map(row -> row.from(origins.getOrDefault(row.posting().entryId(), Origin.NONE)))
                        .toList(),
                rows.size() > size
                        ? Optional.of(new LedgerPage.Place(
                                shown.getLast().day(), shown.getLast().posting().entryId()))
                        : Optional.empty());
    }

    List<PointsDrift> drift(int limit) {
        return drift("points/find-drift", limit);
    }

    /** What was found when it was looked for last; empty before the first time. */
    Optional<Reconciliation> compared(int limit) {
        return jdbc.sql(sql("points/find-compared"))
                .query((row, number) -> new Reconciliation(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        true,
                        drift("points/find-kept-drift", limit)))
                .optional();
    }

    private List<PointsDrift> drift(String file, int limit) {
        return jdbc.sql(sql(file))
                .param("limit", limit)
                .query((row, number) -> new PointsDrift(
                        new UserId(row.getLong("user_id")),
                        row.getString("what"),
                        row.getLong("kept"),
                        row.getLong("expected")))
                .list();
    }

    private Map<Long, List<Statement.Draw>> draws(UserId user, List<Statement.Line> lines) {
        Map<Long, List<Statement.Draw>> draws = new HashMap<>();
        jdbc.sql(sql("points/find-draws"))
                .param("user", user.value())
                .param(
                        "entries",
                        lines.stream()
                                .map(line -> Long.toString(line.posting().entryId()))
                                .collect(Collectors.joining(",")))
                .query(row -> {
                    draws.computeIfAbsent(row.getLong("entry_id"), unused -> new ArrayList<>())
                            .add(new Statement.Draw(
                                    row.getLong("lot_id"),
                                    points(row, "amount"),
                                    day(row, "expires_on"),
                                    row.getBoolean("settles")));
                });
        return draws;
    }

    private Map<Long, Origin> origins(List<Posting> postings) {
        Map<Long, Origin> origins = new HashMap<>();
        jdbc.sql(sql("points/find-origins"))
                .param(
                        "users",
                        postings.stream().map(one -> one.user().toString()).collect(Collectors.joining(",")))
                .param(
                        "entries",
                        postings.stream()
                                .map(one -> Long.toString(one.entryId()))
                                .collect(Collectors.joining(",")))
                .query(row -> {
                    origins.put(
                            row.getLong("entry_id"),
                            new Origin(
                                    Optional.ofNullable(row.getString("order_no")),
                                    Optional.ofNullable(row.getString("activity"))));
                });
        return origins;
    }

    private static Statement.Line line(ResultSet row, UserId user) throws SQLException {
        return new Statement.Line(
                new Posting(
                        user,
                        row.getLong("entry_id"),
                        EntryKind.valueOf(row.getString("kind")),
                        points(row, "amount"),
                        points(row, "waived"),
                        points(row, "debt_change")),
                row.getObject("day", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                cause(row),
                row.getString("by_name"),
                points(row, "total"),
                Optional.ofNullable(row.getString("key")),
                Optional.ofNullable(row.getObject("reverses", Long.class)),
                Optional.ofNullable(row.getObject("available_from", LocalDate.class))
                        .map(from -> new Statement.LotTerms(from, day(row, "expires_on"))),
                List.of(),
                Origin.NONE);
    }

    private static Cause cause(ResultSet row) throws SQLException {
        return new Cause(row.getString("source"), row.getString("reason"));
    }

    private static Points points(ResultSet row, String column) throws SQLException {
        return new Points(row.getLong(column));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) {
        try {
            return Optional.ofNullable(row.getObject(column, LocalDate.class));
        } catch (SQLException e) {
            throw new IllegalStateException("A day that cannot be read", e);
        }
    }
}
