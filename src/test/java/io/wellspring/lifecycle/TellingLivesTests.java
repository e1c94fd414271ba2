package io.wellspring.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.TestDatabase;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The walk through a life in the database says of every day what a plain evaluator says, one day after the other. */
@SuppressWarnings("NullAway.Init")
class TellingLivesTests {

    private static final LocalDate START = LocalDate.parse("2024-01-01");

    private static JdbcClient jdbc;

    /** Orders as days after the one before; 0 is a second order of a day. */
    record Life(@Nullable LocalDate registeredOn, List<LocalDate> orders) {}

    record Ranged(
            LocalDate since,
            Optional<LocalDate> until,
            Stage stage,
            @Nullable String fromStage,
            int fromDays) {}

    @BeforeContainer
    static void database() {
        JdbcConnectionDetails details = TestDatabase.fresh();
        SingleConnectionDataSource source = new SingleConnectionDataSource(
                details.getJdbcUrl(),
                Objects.requireNonNull(details.getUsername()),
                Objects.requireNonNull(details.getPassword()),
                true);
        Flyway.configure()
                .dataSource(source)
                .schemas(
                        "shared",
                        "staff",
                        "audit",
                        "jobs",
                        "users",
                        "tags",
                        "activity",
                        "metrics",
                        "rfm",
                        "lifecycle",
                        "membership",
                        "points",
                        "profiles",
                        "segments",
                        "imports")
                .defaultSchema("shared")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
    }

    @Property(tries = 400)
    void aDayIsAnsweredAsByThePlainEvaluator(
            @ForAll("lives") Life life,
            @ForAll("rulers") List<ThresholdsVersion> rulers,
            @ForAll("days") List<Integer> days) {
        List<Ranged> ranges = told(life, rulers);
        NaiveLife naive = new NaiveLife(life.registeredOn(), life.orders(), rulers);
        for (int offset : days) {
            LocalDate day = START.plusDays(offset);
            assertThat(on(ranges, day)).as("on " + day + " of " + ranges).isEqualTo(naive.on(day));
        }
    }

    @Property(tries = 200)
    void rangesFollowEachOtherWithoutHoles(
            @ForAll("lives") Life life, @ForAll("rulers") List<ThresholdsVersion> rulers) {
        List<Ranged> ranges = told(life, rulers);
        assertThat(ranges.getLast().until()).isEmpty();
        assertThat(ranges.getFirst().fromStage()).isNull();
        for (int i = 1; i < ranges.size(); i++) {
            Ranged before = ranges.get(i - 1);
            Ranged range = ranges.get(i);
            assertThat(before.until()).hasValue(range.since());
            assertThat(range.stage()).isNotEqualTo(before.stage());
            assertThat(range.fromStage()).isEqualTo(before.stage().name());
            assertThat(range.fromDays()).isEqualTo((int)
                    (range.since().toEpochDay() - before.since().toEpochDay()));
        }
    }

    @Property(tries = 200)
    void whatComesLaterChangesNoDayBefore(
            @ForAll("lives") Life life, @ForAll("rulers") List<ThresholdsVersion> rulers) {
        if (life.orders().size() < 2) {
            return;
        }
        LocalDate last = life.orders().getLast();
        Life shorter = new Life(
                life.registeredOn(),
                life.orders().stream().filter(order -> order.isBefore(last)).toList());
        if (shorter.orders().isEmpty()) {
            return;
        }
        List<Ranged> ranges = told(life, rulers);
        List<Ranged> without = told(shorter, rulers);
        for (LocalDate day = life.orders().getFirst(); day.isBefore(last); day = day.plusDays(1)) {
            assertThat(on(ranges, day)).isEqualTo(on(without, day));
        }
    }

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Integer> gap = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)),
                Tuple.of(6, Arbitraries.integers().between(1, 12)),
                Tuple.of(4, Arbitraries.integers().between(13, 60)),
                Tuple.of(2, Arbitraries.integers().between(61, 260)));
        Arbitrary<Integer> registered = Arbitraries.integers().between(-40, 120).injectNull(0.3);
        return Combinators.combine(registered, gap.list().ofMinSize(0).ofMaxSize(9))
                .as((day, gaps) -> {
                    List<LocalDate> orders = new ArrayList<>();
                    LocalDate at = START;
                    for (int next : gaps) {
                        at = at.plusDays(next);
                        orders.add(at);
                    }
                    return new Life(day == null ? null : START.plusDays(day), orders);
                });
    }

    @Provide
    Arbitrary<List<ThresholdsVersion>> rulers() {
        Arbitrary<Thresholds> thresholds = Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(100, 250),
                        Arbitraries.integers().between(1, 250),
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.integers().between(2, 5),
                        Arbitraries.integers().between(10, 400))
                .as((fresh, returned, slip, more, dormant, lost, mature, window) -> new Thresholds(
                        fresh,
                        returned,
                        BigDecimal.valueOf(slip, 2),
                        BigDecimal.valueOf(slip + more, 2),
                        fresh + dormant,
                        fresh + dormant + lost,
                        mature,
                        window));
        Arbitrary<Integer> day = Arbitraries.integers().between(-50, 700);
        Arbitrary<List<ThresholdsVersion>> later = Combinators.combine(day, thresholds)
                .as((offset, made) -> version(2, START.plusDays(offset), made))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(Arbitraries.oneOf(Arbitraries.just(Thresholds.usual()), thresholds), later)
                .as((first, others) -> {
                    List<ThresholdsVersion> all = new ArrayList<>();
                    all.add(version(1, ThresholdsVersion.ALWAYS, first));
                    others.forEach(other -> all.add(version(all.size() + 1, other.validFrom(), other.thresholds())));
                    return all;
                });
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(-60, 1200).list().ofSize(12);
    }

    private static ThresholdsVersion version(int number, LocalDate from, Thresholds thresholds) {
        return new ThresholdsVersion(number, from, Instant.EPOCH, thresholds);
    }

    private static Optional<Stage> on(List<Ranged> ranges, LocalDate day) {
        return ranges.stream()
                .filter(range -> !range.since().isAfter(day)
                        && range.until().map(day::isBefore).orElse(true))
                .map(Ranged::stage)
                .findFirst();
    }

    private static List<Ranged> told(Life life, List<ThresholdsVersion> rulers) {
        jdbc.sql("delete from lifecycle.thresholds").update();
        IntStream.range(0, rulers.size()).forEach(i -> keep(rulers.get(i)));
        return jdbc.sql("""
                        select since, nullif(until, 'infinity') as until, stage, from_stage, coalesce(from_days, 0) as from_days
                        from lifecycle.life(
                          cast(:registered as date),
                          string_to_array(nullif(:days, ''), ',')::date[],
                          (select lifecycle.rulers())
                        )
                        """)
                .param("registered", life.registeredOn())
                .param("days", life.orders().stream().map(LocalDate::toString).collect(Collectors.joining(",")))
                .query((row, n) -> new Ranged(
                        row.getObject("since", LocalDate.class),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("from_stage"),
                        row.getInt("from_days")))
                .list();
    }

    private static void keep(ThresholdsVersion version) {
        Thresholds thresholds = version.thresholds();
        jdbc.sql("""
                        insert into lifecycle.thresholds (
                          version, valid_from, created_at, new_days, returned_days, slip_factor, dormant_factor, dormant_days, lost_days,
                          mature_orders, window_days
                        )
                        values (:version, :from, :at, :new, :returned, :slip, :dormant, :dormantDays, :lost, :mature, :window)
                        """)
                .param("version", version.version())
                .param("from", version.validFrom())
                .param("at", Timestamp.from(version.createdAt()))
                .param("new", thresholds.newDays())
                .param("returned", thresholds.returnedDays())
                .param("slip", thresholds.slipFactor())
                .param("dormant", thresholds.dormantFactor())
                .param("dormantDays", thresholds.dormantDays())
                .param("lost", thresholds.lostDays())
                .param("mature", thresholds.matureOrders())
                .param("window", thresholds.windowDays())
                .update();
    }
}
