package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class ScoringUsersTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    RfmScoring scoring;

    @Autowired
    RfmReading reading;

    @Autowired
    RfmModels models;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void hasNothingToSayWhileNobodyBought() {
        facts.user("ann", "2026-01-01");

        assertThat(scoring.run(AS_OF)).isEmpty();
        assertThat(models.versions()).isEmpty();
        assertThat(scoring.windowDays()).isEqualTo(365);
    }

    @Test
    void scoresOneTimeBuyersAlike() {
        List<UserId> once = List.of(
                buyer("a", 1, 100),
                buyer("b", 1, 100),
                buyer("c", 1, 100),
                buyer("d", 1, 100),
                buyer("e", 1, 100),
                buyer("f", 1, 100));
        UserId two = buyer("g", 2, 100);
        UserId alsoTwo = buyer("h", 2, 100);
        UserId five = buyer("i", 5, 100);
        UserId nine = buyer("j", 9, 100);

        scoring.run(AS_OF);

        assertThat(once).allSatisfy(user -> assertThat(measured(user).f()).isEqualTo(1));
        assertThat(measured(two).f()).isEqualTo(4);
        assertThat(measured(alsoTwo).f()).isEqualTo(4);
        assertThat(measured(five).f()).isEqualTo(5);
        assertThat(measured(nine).f()).isEqualTo(5);
    }

    @Test
    void keepsTheSnapshotJustTakenOfHoweverOldADay() {
        buyer("ann", 1, 100);
        scoring.run(AS_OF);
        jdbc.sql("""
                        insert into rfm.snapshot (model_id, as_of, window_days, scored_users, unscored_users, revenue, taken_at, duration_ms)
                        select s.model_id, s.as_of + n, 365, 0, 0, 0, s.taken_at, 0
                        from rfm.snapshot s, generate_series(1, 70) n
                        """).update();

        Optional<RfmSnapshot> taken = scoring.run(AS_OF.minusDays(1));

        assertThat(taken).isPresent();
        assertThat(reading.of(AS_OF, Optional.empty())).isPresent();
        assertThat(reading.of(AS_OF.plusDays(1), Optional.empty())).isEmpty();
    }

    @Test
    void scoresOnlyUsersWithAnOrderInTheWindow() {
        UserId lastDay = facts.user("last", "2024-01-01");
        UserId firstDay = facts.user("first", "2024-01-01");
        UserId dayBefore = facts.user("before", "2024-01-01");
        UserId onlyRefund = facts.user("refund", "2024-01-01");
        facts.order(lastDay, "2026-06-30T23:59", 100);
        facts.order(firstDay, "2025-07-01T00:30", 100);
        facts.order(dayBefore, "2025-06-30T23:59", 100);
        facts.order(onlyRefund, "2025-06-01", 100);
        facts.refund(onlyRefund, "2025-07-02", 100);

        RfmSnapshot snapshot = scoring.run(AS_OF).orElseThrow();

        assertThat(snapshot.scoredUsers()).isEqualTo(2);
        assertThat(snapshot.unscoredUsers()).isEqualTo(2);
        assertThat(snapshot.window().from()).isEqualTo(LocalDate.parse("2025-07-01"));
        assertThat(measured(lastDay).recencyDays()).isZero();
        assertThat(measured(firstDay).recencyDays()).isEqualTo(364);
        assertThat(scores(dayBefore).measured()).isEmpty();
        assertThat(scores(onlyRefund).measured()).isEmpty();
    }

    @Test
    void countsADimensionAsHighOnlyWhenStrictlyBetterThanItsThreshold() {
        UserId better = facts.user("better", "2026-01-01");
        UserId same = facts.user("same", "2026-01-01");
        UserId worse = facts.user("worse", "2026-01-01");
        facts.order(better, "2026-06-29", 150);
        facts.order(better, "2026-06-29", 151);
        facts.order(better, "2026-06-29", 0);
        facts.order(same, "2026-06-28", 150);
        facts.order(same, "2026-06-28", 150);
        facts.order(worse, "2026-06-27", 299);
        models.save(draft(
                custom("2", ThresholdMethod.CUSTOM),
                custom("2", ThresholdMethod.CUSTOM),
                custom("300", ThresholdMethod.CUSTOM)));

        scoring.run(AS_OF);

        assertThat(measured(better).klass()).isEqualTo(RfmClass.PRIME_CORE);
        assertThat(measured(same).klass()).isEqualTo(RfmClass.EVERYDAY_LEAVING);
        assertThat(measured(worse).klass()).isEqualTo(RfmClass.EVERYDAY_LEAVING);
    }

    @Test
    void readsScoresFromBoundsAndSkipsTheBlankOnes() {
        UserId nine = buyer("nine", 1, 999);
        UserId ten = buyer("ten", 1, 1000);
        UserId twenty = buyer("twenty", 1, 2000);
        SortedMap<Integer, Long> bounds = new TreeMap<>(Map.of(3, 1000L, 5, 2000L));
        ModelDraft.Measure mean = new ModelDraft.Measure(Optional.empty(), ThresholdMethod.MEAN, Optional.empty());
        models.save(new ModelDraft(
                "by hand",
                365,
                Map.of(
                        Dimension.RECENCY, mean,
                        Dimension.FREQUENCY, mean,
                        Dimension.MONETARY,
                                new ModelDraft.Measure(Optional.of(bounds), ThresholdMethod.MEDIAN, Optional.empty())),
                Map.of("111", "Stars")));

        scoring.run(AS_OF);

        assertThat(measured(nine).m()).isEqualTo(1);
        assertThat(measured(ten).m()).isEqualTo(3);
        assertThat(measured(twenty).m()).isEqualTo(5);
        assertThat(models.inForce().orElseThrow().names()).containsEntry("111", "Stars");
        assertThat(models.inForce().orElseThrow().threshold(Dimension.MONETARY).value())
                .isEqualByComparingTo("1000");
    }

    @Test
    void letsAtMostTheTopShareBeHigh() {
        for (int i = 1; i <= 10; i++) {
            buyer("u" + i, 1, 100 * i);
        }
        models.save(draft(
                custom("50", ThresholdMethod.TOP_PERCENT),
                custom("50", ThresholdMethod.TOP_PERCENT),
                custom("20", ThresholdMethod.TOP_PERCENT)));

        RfmPicture picture = reading.picture(scoring.run(AS_OF).orElseThrow().id());

        assertThat(picture.cells().stream()
                        .filter(cell -> cell.klass().isBetterIn(Dimension.MONETARY))
                        .mapToLong(RfmCell::users)
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void leavesTheSameSnapshotWhenRunTwice() {
        buyer("ann", 3, 100);
        buyer("bob", 1, 700);
        scoring.run(AS_OF.minusDays(10));
        RfmSnapshot first = scoring.run(AS_OF).orElseThrow();
        List<RfmCell> cells = reading.picture(first.id()).cells();
        List<RfmMigration.Move> moves = migrationInto(first).moves();

        RfmSnapshot second = scoring.run(AS_OF).orElseThrow();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.scoredUsers()).isEqualTo(2);
        assertThat(second.revenue()).isEqualTo(new Money(1000));
        assertThat(reading.picture(second.id()).cells()).containsExactlyInAnyOrderElementsOf(cells);
        assertThat(migrationInto(second).moves()).containsExactlyInAnyOrderElementsOf(moves);
        assertThat(reading.snapshots()).hasSize(2);
    }

    @Test
    void findsTheSameFromKeptFiguresAndFromTheFacts() {
        buyer("ann", 3, 100);
        buyer("bob", 1, 700);
        UserId carol = buyer("carol", 2, 400);
        facts.refund(carol, "2026-06-15", 150);
        List<RfmCell> live =
                reading.picture(scoring.run(AS_OF).orElseThrow().id()).cells();

        metrics.refreshAll(AS_OF, 365);
        List<RfmCell> kept =
                reading.picture(scoring.run(AS_OF).orElseThrow().id()).cells();

        assertThat(kept).containsExactlyInAnyOrderElementsOf(live);
    }

    @Test
    void countsWhoMovedSinceTheSnapshotBefore() {
        UserId ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        UserId gone = facts.user("gone", "2024-01-01");
        facts.order(ann, "2026-05-20", 100);
        facts.order(bob, "2026-05-01", 900);
        facts.order(gone, "2025-06-10", 500);
        models.save(draft(
                custom("20", ThresholdMethod.CUSTOM),
                custom("1", ThresholdMethod.CUSTOM),
                custom("400", ThresholdMethod.CUSTOM)));
        scoring.run(LocalDate.parse("2026-05-31"));
        UserId fresh = facts.user("fresh", "2026-06-20");
        facts.order(fresh, "2026-06-20", 50);
        facts.order(ann, "2026-06-25", 600);

        RfmSnapshot june = scoring.run(AS_OF).orElseThrow();
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
        buyer("ann", 3, 100);
        RfmSnapshot first = scoring.run(AS_OF.minusDays(2)).orElseThrow();
        scoring.run(AS_OF.minusDays(1));
        RfmSnapshot last = scoring.run(AS_OF).orElseThrow();

        assertThat(reading.migration(first.id(), last.id()).moves().stream()
                        .mapToLong(RfmMigration.Move::users)
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void makesItsModelAnewOnlyWhenTheUsersOrTheDayAreFarOff() {
        for (int i = 0; i < 10; i++) {
            buyer("u" + i, 1, 100 + i);
        }
        assertThat(scoring.run(AS_OF).orElseThrow().modelVersion()).isEqualTo(1);
        buyer("v1", 1, 100);
        buyer("v2", 1, 100);
        assertThat(scoring.run(AS_OF).orElseThrow().modelVersion())
                .as("20 % more")
                .isEqualTo(1);
        buyer("v3", 1, 100);
        assertThat(scoring.run(AS_OF).orElseThrow().modelVersion())
                .as("30 % more")
                .isEqualTo(2);
        assertThat(scoring.run(AS_OF.plusDays(180)).orElseThrow().modelVersion())
                .isEqualTo(2);
        assertThat(scoring.run(AS_OF.plusDays(181)).orElseThrow().modelVersion())
                .isEqualTo(3);
        assertThat(scoring.run(AS_OF).orElseThrow().modelVersion())
                .as("the one that fits the day")
                .isEqualTo(2);
    }

    @Test
    void keepsAManagersModelWhateverComes() {
        buyer("ann", 1, 100);
        models.save(draft(
                custom("20", ThresholdMethod.CUSTOM),
                custom("1", ThresholdMethod.CUSTOM),
                custom("400", ThresholdMethod.CUSTOM)));
        for (int i = 0; i < 10; i++) {
            buyer("u" + i, 1, 100 + i);
        }

        assertThat(scoring.run(AS_OF.plusDays(300)).orElseThrow().modelVersion())
                .isEqualTo(1);
        assertThat(models.versions()).hasSize(1);
    }

    @Test
    void canBeAskedWithAnOlderRuler() {
        buyer("ann", 1, 100);
        scoring.run(AS_OF);
        models.save(draft(
                custom("20", ThresholdMethod.CUSTOM),
                custom("1", ThresholdMethod.CUSTOM),
                custom("400", ThresholdMethod.CUSTOM)));
        RfmSnapshot newer = scoring.run(AS_OF).orElseThrow();

        RfmSnapshot older = scoring.runOnRequest(AS_OF, Optional.of(1)).orElseThrow();

        assertThat(newer.modelVersion()).isEqualTo(2);
        assertThat(older.modelVersion()).isEqualTo(1);
        assertThat(reading.standing().orElseThrow().modelVersion()).isEqualTo(2);
        assertThatThrownBy(() -> scoring.runOnRequest(AS_OF, Optional.of(9))).isInstanceOf(NoSuchModel.class);
    }

    @Test
    void standsByTheSnapshotOfTheDayTheFiguresAreAbout() {
        buyer("ann", 1, 100);
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        scoring.run(AS_OF.plusDays(40));

        assertThat(reading.standing().orElseThrow().asOf()).isEqualTo(AS_OF);
    }

    @Test
    void givesEachOfThe125CellsExactlyOneGroup() {
        assertThat(jdbc.sql("select count(*) from rfm.group_cell")
                        .query(Long.class)
                        .single())
                .isEqualTo(125);
        assertThat(jdbc.sql("select distinct group_code from rfm.group_cell")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        RfmGroup.ALL.stream().map(Enum::name).toList());
        assertThat(group(5, 5, 5)).isEqualTo("CHAMPIONS");
        assertThat(group(5, 1, 1)).isEqualTo("NEW");
        assertThat(group(4, 1, 1)).isEqualTo("PROMISING");
        assertThat(group(1, 4, 3)).as("3.5 rounds up").isEqualTo("CANNOT_LOSE");
        assertThat(group(1, 1, 1)).isEqualTo("LOST");
    }

    @Test
    void ranksAUserAmongTheScored() {
        UserId best = buyer("best", 4, 100);
        buyer("middle", 2, 100);
        buyer("middling", 2, 100);
        UserId least = buyer("least", 1, 100);
        long snapshot = scoring.run(AS_OF).orElseThrow().id();

        assertThat(reading.rank(snapshot, best)).contains(new UserRank(4, 0, 0.75, 0.75));
        assertThat(reading.rank(snapshot, least)).contains(new UserRank(4, 0, 0, 0));
        assertThat(reading.rank(snapshot, facts.user("nobody", "2026-01-01"))).isEmpty();
    }

    @Test
    void roundsRanksDownToAThousandthForEveryoneAndAgainWhenTakenAgain() {
        List<UserId> buyers = new ArrayList<>();
        for (int n = 0; n < 23; n++) {
            buyers.add(buyer("buyer-" + n, 1 + n / 3, 100));
        }
        long snapshot = scoring.run(AS_OF).orElseThrow().id();
        assertRanks(snapshot, buyers);

        for (int n = 23; n < 26; n++) {
            buyers.add(buyer("buyer-" + n, 1, 100));
        }
        assertThat(scoring.run(AS_OF).orElseThrow().id()).isEqualTo(snapshot);
        assertRanks(snapshot, buyers);
    }

    private void assertRanks(long snapshot, List<UserId> buyers) {
        for (UserId buyer : buyers) {
            double behind = jdbc.sql("""
                            select floor(1000.0 * count(*) filter (where other.net < me.net) / count(*)) / 1000
                            from rfm.score me join rfm.score other using (snapshot_id)
                            where me.snapshot_id = :snapshot and me.user_id = :user group by me.user_id""")
                    .param("snapshot", snapshot)
                    .param("user", buyer.value())
                    .query(Double.class)
                    .single();
            assertThat(reading.rank(snapshot, buyer)).get().satisfies(rank -> {
                assertThat(rank.scoredUsers()).isEqualTo(buyers.size());
                assertThat(rank.moreValuableThan()).isEqualTo(behind);
                assertThat(rank.moreFrequentThan()).isEqualTo(behind);
                assertThat(rank.moreRecentThan()).isZero();
            });
        }
    }

    @Test
    void keepsSixtyDaysAndTheEndsOfMonths() {
        buyer("ann", 1, 100);
        for (int day = 0; day <= 75; day++) {
            scoring.run(AS_OF.plusDays(day));
        }

        assertThat(reading.snapshots())
                .extracting(RfmSnapshot::asOf)
                .hasSize(61)
                .startsWith(AS_OF.plusDays(75))
                .endsWith(AS_OF.plusDays(16), AS_OF);
        assertThat(jdbc.sql("select count(distinct snapshot_id) from rfm.score")
                        .query(Long.class)
                        .single())
                .isEqualTo(61);
    }

    @Test
    void refusesAModelNobodyCanBeMeasuredWith() {
        facts.user("ann", "2026-01-01");

        assertThatThrownBy(() -> models.save(draft(mean(), mean(), mean()))).isInstanceOf(NobodyToScore.class);
    }

    @Test
    void previewsWhatARunWouldFind() {
        buyer("ann", 3, 100);
        buyer("bob", 1, 700);
        metrics.refreshAll(AS_OF, 365);
        ModelDraft draft = draft(mean(), mean(), mean());

        Map<RfmClass, Long> preview = models.preview(draft).classes();
        assertThat(models.versions()).isEmpty();
        models.save(draft);
        RfmPicture picture = reading.picture(scoring.run(AS_OF).orElseThrow().id());

        for (RfmClass klass : RfmClass.ALL) {
            assertThat(picture.tally(klass).users()).isEqualTo(preview.getOrDefault(klass, 0L));
        }
    }

    private UserId buyer(String name, int orders, long amount) {
        UserId user = facts.user(name, "2026-01-01");
        for (int i = 0; i < orders; i++) {
            facts.order(user, "2026-06-01T10:%02d".formatted(i), amount);
        }
        return user;
    }

    private UserScores scores(UserId user) {
        return reading.history(user).getLast();
    }

    private UserScores.Measured measured(UserId user) {
        return scores(user).measured().orElseThrow();
    }

    private RfmMigration migrationInto(RfmSnapshot snapshot) {
        return reading.migration(snapshot.precedingId().orElseThrow(), snapshot.id());
    }

    private static RfmMigration.Move move(RfmClass from, RfmClass to) {
        return new RfmMigration.Move(Optional.of(from), Optional.of(to), 1);
    }

    private String group(int r, int f, int m) {
        return jdbc.sql("select group_code from rfm.group_cell where r = ? and f = ? and m = ?")
                .params(r, f, m)
                .query(String.class)
                .single();
    }

    private static ModelDraft.Measure mean() {
        return new ModelDraft.Measure(Optional.empty(), ThresholdMethod.MEAN, Optional.empty());
    }

    private static ModelDraft.Measure custom(String parameter, ThresholdMethod method) {
        return new ModelDraft.Measure(Optional.empty(), method, Optional.of(new BigDecimal(parameter)));
    }

    private static ModelDraft draft(ModelDraft.Measure r, ModelDraft.Measure f, ModelDraft.Measure m) {
        return new ModelDraft(
                "by hand", 365, Map.of(Dimension.RECENCY, r, Dimension.FREQUENCY, f, Dimension.MONETARY, m), Map.of());
    }
}
