package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day has one snapshot, which tells who moved since the one before; old ones go, but for the ends of months. */
@WellspringTest
@AsStaff
class TakingSnapshotsTests {

    @Autowired
    private RfmScoring scoring;

    @Autowired
    private RfmReading reading;

    @Autowired
    private RfmModels models;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Buyers buyers;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        buyers = new Buyers(facts);
    }

    @Test
    void leavesTheSameSnapshotWhenRunTwice() {
        buyers.of("ann", 3, 100);
        buyers.of("bob", 1, 700);
        scoring.run(Buyers.AS_OF.minusDays(10));
        RfmSnapshot first = scoring.run(Buyers.AS_OF).orElseThrow();
        List<RfmCell> cells = reading.picture(first.id()).cells();
        List<RfmMigration.Move> moves = migrationInto(first).moves();

        RfmSnapshot second = scoring.run(Buyers.AS_OF).orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.scoredUsers()).isEqualTo(2);
        assertThat(second.revenue()).isEqualTo(new Money(1000));
        assertThat(reading.picture(second.id()).cells()).containsExactlyInAnyOrderElementsOf(cells);
        assertThat(migrationInto(second).moves()).containsExactlyInAnyOrderElementsOf(moves);
        assertThat(reading.snapshots()).hasSize(2);
    }

    @Test
    void countsWhoMovedSinceTheSnapshotBefore() {
        UserId ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        UserId gone = facts.user("gone", "2024-01-01");
        facts.order(ann, "2026-05-20", 100);
        facts.order(bob, "2026-05-01", 900);
        facts.order(gone, "2025-06-10", 500);
        models.save(Drafts.custom("20", "1", "400"));
        scoring.run(LocalDate.parse("2026-05-31"));
        UserId fresh = facts.user("fresh", "2026-06-20");
        facts.order(fresh, "2026-06-20", 50);
        facts.order(ann, "2026-06-25", 600);

        RfmSnapshot june = scoring.run(Buyers.AS_OF).orElseThrow();
        RfmMigration migration = migrationInto(june);

        assertThat(migration.rulerChanged()).isFalse();
        assertThat(migration.moves())
                .containsExactlyInAnyOrder(
                        move(RfmClass.EVERYDAY_DEVELOPING, RfmClass.PRIME_CORE),
                        move(RfmClass.PRIME_LEAVING, RfmClass.PRIME_LEAVING),
                        new RfmMigration.Move(Optional.of(RfmClass.PRIME_LEAVING), Optional.empty(), 1),
                        new RfmMigration.Move(Optional.empty(), Optional.of(RfmClass.EVERYDAY_DEVELOPING), 1));
        assertThat(migration.usersFrom(Optional.of(RfmClass.PRIME_LEAVING))).isEqualTo(2);
    }

    @Test
    void countsTheSameMovesForAPairNobodyKept() {
        buyers.of("ann", 3, 100);
        RfmSnapshot first = scoring.run(Buyers.AS_OF.minusDays(2)).orElseThrow();
        scoring.run(Buyers.AS_OF.minusDays(1));
        RfmSnapshot last = scoring.run(Buyers.AS_OF).orElseThrow();

        assertThat(reading.migration(first.id(), last.id()).moves().stream()
                        .mapToLong(RfmMigration.Move::users)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void standsByTheSnapshotOfTheDayTheFiguresAreAbout() {
        buyers.of("ann", 1, 100);
        metrics.refreshAll(Buyers.AS_OF, 365);
        scoring.run(Buyers.AS_OF);
        scoring.run(Buyers.AS_OF.plusDays(40));

        assertThat(reading.standing().orElseThrow().asOf()).isEqualTo(Buyers.AS_OF);
    }

    @Test
    void keepsSixtyDaysAndTheEndsOfMonths() {
        buyers.of("ann", 1, 100);
        for (int day = 0; day <= 75; day++) {
            scoring.run(Buyers.AS_OF.plusDays(day));
        }

        assertThat(reading.snapshots())
                .extracting(RfmSnapshot::asOf)
                .hasSize(61)
                .startsWith(Buyers.AS_OF.plusDays(75))
                .endsWith(Buyers.AS_OF.plusDays(16), Buyers.AS_OF);
        assertThat(jdbc.sql("select count(distinct snapshot_id) from rfm.score")
                        .query(Long.class)
                        .single())
                .isEqualTo(61);
    }

    @Test
    void keepsTheSnapshotJustTakenOfHoweverOldADay() {
        buyers.of("ann", 1, 100);
        scoring.run(Buyers.AS_OF);
        jdbc.sql("""
                        insert into rfm.snapshot (model_id, as_of, window_days, scored_users, unscored_users, revenue, taken_at, duration_ms)
                        select s.model_id, s.as_of + n, 365, 0, 0, 0, s.taken_at, 0
                        from rfm.snapshot s, generate_series(1, 70) n
                        """).update();

        Optional<RfmSnapshot> taken = scoring.run(Buyers.AS_OF.minusDays(1));

        assertThat(taken).isPresent();
        assertThat(reading.of(Buyers.AS_OF, Optional.empty())).isPresent();
        assertThat(reading.of(Buyers.AS_OF.plusDays(1), Optional.empty())).isEmpty();
    }

    private RfmMigration migrationInto(RfmSnapshot snapshot) {
        return reading.migration(snapshot.precedingId().orElseThrow(), snapshot.id());
    }

    private static RfmMigration.Move move(RfmClass from, RfmClass to) {
        return new RfmMigration.Move(Optional.of(from), Optional.of(to), 1);
    }
}
