package io.wellspring.rfm;

import static io.wellspring.shared.SqlFiles.sql;
import static java.util.stream.Collectors.toMap;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads facts, snapshots and scores. */
@Component
@RequiredArgsConstructor
class RfmQueries {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    /** What a manager named classes and groups in the newest version of the model, by their codes. */
    Map<String, String> names() {
        return jdbc
                .sql(sql("rfm/list-names"))
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("name")))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    record Count(long scored, long unscored) {}

    Count count(Measuring measuring) {
        return measuring(jdbc.sql(sql("rfm/count-population")), measuring)
                .query((row, n) -> new Count(row.getLong("scored"), row.getLong("unscored")))
                .single();
    }

    /** Empty if nobody can be scored. */
    Optional<Population> population(Measuring measuring, Map<Dimension, Double> topShares) {
        JdbcClient.StatementSpec statement = measuring(jdbc.sql(sql("rfm/measure-population")), measuring);
        for (Dimension dimension : Dimension.ALL) {
            statement = statement.param(dimension.letter() + "_top", topShares.getOrDefault(dimension, 0.5));
        }
        return statement.query((row, n) -> population(row)).single();
    }

    /** How many users each class would have under these thresholds. */
    Map<RfmClass, Long> classes(Measuring measuring, Map<Dimension, Threshold> thresholds) {
        JdbcClient.StatementSpec statement = measuring(jdbc.sql(sql("rfm/preview-classes")), measuring);
        for (Dimension dimension : Dimension.ALL) {
            statement = statement.param(
                    dimension.letter() + "_threshold",
                    Objects.requireNonNull(thresholds.get(dimension)).value());
        }
        Map<RfmClass, Long> classes = new EnumMap<>(RfmClass.class);
        statement.query(row -> {
            classes.put(RfmClass.of(row.getString("class_code")).orElseThrow(), row.getLong("users"));
        });
        return classes;
    }

    List<RfmSnapshot> snapshots() {
        return jdbc.sql(sql("rfm/list-snapshots"))
                .query((row, n) -> snapshot(row))
                .list();
    }

    /** The one users stand by. */
    Optional<RfmSnapshot> standing() {
        return jdbc.sql(sql("rfm/find-standing"))
                .query((row, n) -> snapshot(row))
                .optional();
    }

    private static RfmSnapshot snapshot(ResultSet row) throws SQLException {
        return new RfmSnapshot(
                row.getLong("snapshot_id"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("window_days"),
                row.getLong("scored_users"),
                row.getLong("unscored_users"),
                new Money(row.getLong("revenue")),
                row.getTimestamp("taken_at").toInstant(),
                Duration.ofMillis(row.getLong("duration_ms")),
                row.getInt("version"),
                row.getString("model_name"),
                ModelOrigin.valueOf(row.getString("origin")),
                row.getBoolean("standing"),
                Optional.ofNullable(row.getObject("preceding_id", Long.class)));
    }

    List<RfmCell> cells(long snapshot) {
        return jdbc.sql(sql("rfm/list-cells"))
                .param("snapshot", snapshot)
                .query((row, n) -> new RfmCell(
                        row.getInt("r"),
                        row.getInt("f"),
                        row.getInt("m"),
                        RfmClass.of(row.getString("class_code")).orElseThrow(),
                        RfmGroup.valueOf(row.getString("group_code")),
                        row.getLong("users"),
                        new Money(row.getLong("net"))))
                .list();
    }

    List<RfmMigration.Move> keptMigration(long from, long to) {
        return moves("rfm/find-migration", from, to);
    }

    List<RfmMigration.Move> countMigration(long from, long to) {
        return moves("rfm/count-migration", from, to);
    }

    List<UserScores> history(UserId user) {
        return jdbc.sql(sql("rfm/find-user-scores"))
                .param("user_id", user.value())
                .query((row, n) -> new UserScores(
                        row.getLong("snapshot_id"),
                        row.getObject("as_of", LocalDate.class),
                        row.getInt("version"),
                        measured(row)))
                .list();
    }

    Optional<UserRank> rank(long snapshot, UserId user) {
        return jdbc.sql(sql("rfm/rank-user"))
                .param("snapshot", snapshot)
                .param("user_id", user.value())
                .query((row, n) -> new UserRank(
                        row.getLong("scored"),
                        row.getInt("less_recent") / 1000.0,
                        row.getInt("less_frequent") / 1000.0,
                        row.getInt("less_valuable") / 1000.0))
                .optional();
    }

    private JdbcClient.StatementSpec measuring(JdbcClient.StatementSpec statement, Measuring measuring) {
        return statement
                .param("stored", measuring.stored())
                .param("as_of", measuring.asOf())
                .param("window", measuring.windowDays())
                .param("zone", clock.zone().getId());
    }

    private List<RfmMigration.Move> moves(String statement, long from, long to) {
        return jdbc.sql(sql(statement))
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new RfmMigration.Move(
                        RfmClass.of(row.getString("from_class")),
                        RfmClass.of(row.getString("to_class")),
                        row.getLong("users")))
                .list();
    }

    private static Optional<Population> population(ResultSet row) throws SQLException {
        long users = row.getLong("users");
        if (users == 0) {
            return Optional.empty();
        }
        Map<Dimension, Population.Spread> spreads = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.ALL) {
            String letter = dimension.letter();
            Number[] quintiles = (Number[]) row.getArray(letter + "_quintiles").getArray();
            spreads.put(
                    dimension,
                    new Population.Spread(
                            Arrays.stream(quintiles).map(Number::longValue).toList(),
                            row.getBigDecimal(letter + "_mean"),
                            BigDecimal.valueOf(row.getDouble(letter + "_median")),
                            row.getBigDecimal(letter + "_top")));
        }
        return Optional.of(new Population(users, spreads));
    }

    private static Optional<UserScores.Measured> measured(ResultSet row) throws SQLException {
        String classCode = row.getString("class_code");
        return classCode == null
                ? Optional.empty()
                : Optional.of(new UserScores.Measured(
                        row.getInt("recency_days"),
                        row.getLong("orders"),
                        new Money(row.getLong("net")),
                        row.getInt("r"),
                        row.getInt("f"),
                        row.getInt("m"),
                        RfmClass.of(classCode).orElseThrow(),
                        RfmGroup.valueOf(row.getString("group_code"))));
    }
}
