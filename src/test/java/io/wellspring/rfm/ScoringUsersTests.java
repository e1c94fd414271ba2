package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users who bought in the window are scored in three dimensions, and by these put into classes and groups. */
@WellspringTest
@AsStaff
class ScoringUsersTests {

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
    void hasNothingToSayWhileNobodyBought() {
        facts.user("ann", "2026-01-01");

        assertThat(scoring.run(Buyers.AS_OF)).isEmpty();
        assertThat(models.versions()).isEmpty();
        assertThat(scoring.windowDays()).isEqualTo(365);
    }

    @Test
    void scoresOneTimeBuyersAlike() {
        List<UserId> once = List.of(
                buyers.of("a", 1, 100),
                buyers.of("b", 1, 100),
                buyers.of("c", 1, 100),
                buyers.of("d", 1, 100),
                buyers.of("e", 1, 100),
                buyers.of("f", 1, 100));
        UserId two = buyers.of("g", 2, 100);
        UserId alsoTwo = buyers.of("h", 2, 100);
        UserId five = buyers.of("i", 5, 100);
        UserId nine = buyers.of("j", 9, 100);

        scoring.run(Buyers.AS_OF);

        assertThat(once).allSatisfy(user -> assertThat(measured(user).f()).isEqualTo(1));
        assertThat(measured(two).f()).isEqualTo(4);
        assertThat(measured(alsoTwo).f()).isEqualTo(4);
        assertThat(measured(five).f()).isEqualTo(5);
        assertThat(measured(nine).f()).isEqualTo(5);
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

        RfmSnapshot snapshot = scoring.run(Buyers.AS_OF).orElseThrow();

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
        models.save(Drafts.custom("2", "2", "300"));

        scoring.run(Buyers.AS_OF);

        assertThat(measured(better).klass()).isEqualTo(RfmClass.PRIME_CORE);
        assertThat(measured(same).klass()).isEqualTo(RfmClass.EVERYDAY_LEAVING);
        assertThat(measured(worse).klass()).isEqualTo(RfmClass.EVERYDAY_LEAVING);
    }

    @Test
    void readsScoresFromBoundsAndSkipsTheBlankOnes() {
        UserId nine = buyers.of("nine", 1, 999);
        UserId ten = buyers.of("ten", 1, 1000);
        UserId twenty = buyers.of("twenty", 1, 2000);
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

        scoring.run(Buyers.AS_OF);

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
            buyers.of("u" + i, 1, 100 * i);
        }
        models.save(Drafts.topPercent("50", "50", "20"));

        RfmPicture picture =
                reading.picture(scoring.run(Buyers.AS_OF).orElseThrow().id());

        assertThat(picture.cells().stream()
                        .filter(cell -> cell.klass().isBetterIn(Dimension.MONETARY))
                        .mapToLong(RfmCell::users)
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void findsTheSameFromKeptFiguresAndFromTheFacts() {
        buyers.of("ann", 3, 100);
        buyers.of("bob", 1, 700);
        UserId carol = buyers.of("carol", 2, 400);
        facts.refund(carol, "2026-06-15", 150);
        List<RfmCell> live =
                reading.picture(scoring.run(Buyers.AS_OF).orElseThrow().id()).cells();

        metrics.refreshAll(Buyers.AS_OF, 365);
        List<RfmCell> kept =
                reading.picture(scoring.run(Buyers.AS_OF).orElseThrow().id()).cells();

        assertThat(kept).containsExactlyInAnyOrderElementsOf(live);
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

    private UserScores scores(UserId user) {
        return reading.history(user).getLast();
    }

    private UserScores.Measured measured(UserId user) {
        return scores(user).measured().orElseThrow();
    }

    private String group(int r, int f, int m) {
        return jdbc.sql("select group_code from rfm.group_cell where r = ? and f = ? and m = ?")
                .params(r, f, m)
                .query(String.class)
                .single();
    }
}
