package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who paid for a tier holds at least that while the term lasts; by rows worked out by hand, every evaluation run twice. */
@WellspringTest
@AsStaff
class PayingForTiersTests {

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MembershipPlans plans;

    @Autowired
    private PaidMembership paid;

    @Autowired
    private TierReading tiers;

    @Autowired
    private GivenByHand given;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private TierRows rows;
    private UserId ann;
    private UserId bob;
    private long gold;
    private long platinum;

    @BeforeEach
    void peopleAndPlans() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
        bob = facts.user("bob", "2023-06-01");
        Nights nights = new Nights(metrics, histories, program, tiering);
        rows = new TierRows(nights, tiering, tiers, jdbc);
        nights.publish(Programmes.usual());
        gold = plans.create(Plans.of("Gold", 2, 3));
        platinum = plans.create(Plans.of("Platinum", 3, 1));
        rows.evaluate("2024-01-01");
    }

    @Test
    void holdsTheTierFromTheDayItStartsToTheLastDayOfTheTerm() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        assertThat(rows.of(ann)).containsExactly("[2024-01-01,) 2 PAID 2024-04-01");
        rows.evaluate("2024-03-31");
        assertThat(rows.of(ann)).containsExactly("[2024-01-01,) 2 PAID 2024-04-01");
        rows.evaluate("2024-04-01");
        assertThat(rows.of(ann))
                .containsExactly("[2024-01-01,2024-04-01) 2 PAID 2024-04-01", "[2024-04-01,) 1 PAID_END null");
    }

    @Test
    void aStartBetweenTwoNightsIsFoundOnItsOwnDay() {
        rows.evaluate("2024-02-01");
        paid.start(ann, gold, day("2024-01-20"), "k1");
        assertThat(rows.of(ann))
                .containsExactly("[2024-01-01,2024-01-20) 1 START null", "[2024-01-20,) 2 PAID 2024-04-20");
        rows.evaluate("2024-01-19");
        assertThat(rows.of(ann)).containsExactly("[2024-01-01,) 1 START null");
        rows.evaluate("2024-06-01");
        assertThat(rows.of(ann))
                .containsExactly(
                        "[2024-01-01,2024-01-20) 1 START null",
                        "[2024-01-20,2024-04-20) 2 PAID 2024-04-20",
                        "[2024-04-20,) 1 PAID_END null");
    }

    @Test
    void fallsToWhatIsEarnedWhenItLapses() {
        facts.order(ann, "2024-02-10", 100_000);
        paid.start(ann, platinum, day("2024-01-01"), "k1");
        rows.evaluate("2024-02-10");
        assertThat(rows.of(ann)).endsWith("[2024-02-01,2024-02-10) 1 PAID_END null", "[2024-02-10,) 2 UP 2025-02-10");
        paid.start(ann, platinum, day("2024-02-10"), "k2");
        rows.evaluate("2024-03-10");
        assertThat(rows.of(ann))
                .as("what it took the place of comes back with its own term")
                .endsWith("[2024-02-10,2024-03-10) 3 PAID 2024-03-10", "[2024-03-10,) 2 PAID_END 2025-02-10");
    }

    @Test
    void whatIsEarnedStaysWithItsOwnTermAndWhatIsPaidForCarriesOverItsEnd() {
        facts.order(ann, "2024-01-01", 100_000);
        rows.evaluate("2024-01-01");
        long goldForTwoYears = plans.create(Plans.of("Gold for long", 2, 24));
        paid.start(ann, goldForTwoYears, day("2024-01-01"), "k1");
        rows.evaluate("2025-01-30");
        assertThat(rows.of(ann)).as("earned, so not paid for").containsExactly("[2024-01-01,) 2 START 2025-01-01");
        rows.evaluate("2025-01-31");
        assertThat(rows.of(ann))
                .containsExactly("[2024-01-01,2025-01-31) 2 START 2025-01-01", "[2025-01-31,) 2 PAID 2026-01-01");
        rows.evaluate("2026-01-01");
        assertThat(rows.rank(ann)).isEqualTo(1);
    }

    @Test
    void whoEarnsTheTierThatIsPaidForHasItByThat() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        facts.order(ann, "2024-02-10", 100_000);
        rows.evaluate("2024-02-10");
        assertThat(rows.of(ann)).endsWith("[2024-02-10,) 2 UP 2025-02-10");
        assertThat(rows.standing(ann).since()).isEqualTo("2024-01-01");
        rows.evaluate("2024-04-01");
        assertThat(rows.rank(ann)).isEqualTo(2);
    }

    @Test
    void aHigherPlanComesBeforeALowerOneAndLeavesItBehind() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        rows.evaluate("2024-01-15");
        paid.start(ann, platinum, day("2024-01-15"), "k2");
        rows.evaluate("2024-05-01");
        assertThat(rows.of(ann))
                .containsExactly(
                        "[2024-01-01,2024-01-15) 2 PAID 2024-04-01",
                        "[2024-01-15,2024-02-15) 3 PAID 2024-02-15",
                        "[2024-02-15,2024-04-01) 2 PAID 2024-04-01",
                        "[2024-04-01,) 1 PAID_END null");
    }

    @Test
    void aTierByHandWinsWhileItLastsAndGivesWayToWhatIsPaidFor() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        given.tier(ann, 3, day("2024-02-15"), "won it");
        assertThat(rows.of(ann)).containsExactly("[2024-01-01,) 3 MANUAL 2024-02-16");
        rows.evaluate("2024-02-15");
        assertThat(rows.rank(ann)).isEqualTo(3);
        rows.evaluate("2024-04-01");
        assertThat(rows.of(ann))
                .containsExactly(
                        "[2024-01-01,2024-02-16) 3 MANUAL 2024-02-16",
                        "[2024-02-16,2024-04-01) 2 PAID 2024-04-01",
                        "[2024-04-01,) 1 PAID_END null");
    }

    @Test
    void aTierByHandBelowThePaidOneComesBackAfterIt() {
        given.tier(ann, 2, day("2024-06-30"), "regular guest");
        paid.start(ann, platinum, day("2024-01-01"), "k1");
        assertThat(rows.rank(ann)).isEqualTo(3);
        rows.evaluate("2024-07-01");
        assertThat(rows.of(ann))
                .containsExactly(
                        "[2024-01-01,2024-02-01) 3 PAID 2024-02-01",
                        "[2024-02-01,2024-07-01) 2 MANUAL 2024-07-01",
                        "[2024-07-01,) 1 MANUAL_END null");
    }

    @Test
    void endingATierByHandLeavesWhatIsEarnedOrPaidFor() {
        facts.order(bob, "2024-01-10", 100_000);
        rows.evaluate("2024-01-10");
        paid.start(ann, gold, day("2024-01-10"), "k1");
        given.tier(ann, 3, day("2024-06-30"), "won it");
        given.tier(bob, 3, day("2024-06-30"), "won it");
        rows.evaluate("2024-02-01");
        assertThatExceptionOfType(GivenWithoutReason.class).isThrownBy(() -> given.endTier(ann, ""));
        given.endTier(ann, "gave it back");
        given.endTier(bob, "gave it back");
        assertThat(rows.of(ann))
                .endsWith("[2024-01-10,2024-02-01) 3 MANUAL 2024-02-01", "[2024-02-01,) 2 PAID 2024-04-10");
        assertThat(rows.of(bob))
                .endsWith("[2024-01-10,2024-02-01) 3 MANUAL 2024-02-01", "[2024-02-01,) 2 MANUAL_END 2025-01-10");
        assertThat(tiers.terms(bob, 9).getFirst().reason()).contains("gave it back");
        assertThat(tiers.terms(bob, 9).get(1).ended().orElseThrow().reason()).isEqualTo("gave it back");
        assertThatExceptionOfType(NoManualTier.class).isThrownBy(() -> given.endTier(bob, "again"));
        List<String> then = rows.everything();
        rows.evaluate("2024-02-01");
        assertThat(rows.everything()).isEqualTo(then);
        rows.evaluate("2024-01-31");
        assertThat(rows.rank(bob)).isEqualTo(3);
        assertThat(rows.standing(bob).dueOn()).as("as it was known that day").contains(day("2024-07-01"));
        rows.evaluate("2024-02-01");
        assertThat(rows.everything()).isEqualTo(then);
    }

    @Test
    void aTierByHandEndedOnItsFirstDayLeavesNothing() {
        given.tier(ann, 3, day("2024-06-30"), "won it");
        given.endTier(ann, "the wrong one");
        assertThat(rows.rank(ann)).isEqualTo(1);
        rows.evaluate("2024-01-02");
        assertThat(rows.rank(ann)).isEqualTo(1);
    }

    @Test
    void anotherVersionTakesWhatIsPaidForOver() {
        paid.start(ann, platinum, day("2024-01-01"), "k1");
        paid.start(bob, gold, day("2024-01-01"), "k2");
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE, Programmes.tier(2, TierRule.growth(900), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
        Impact impact = tiers.impact(program.draft().orElseThrow()).orElseThrow();
        assertThat(impact.first(2)).as("platinum is gone, gold is next").isEqualTo(2);
        assertThat(impact.later(2)).as("who pays goes on paying").isEqualTo(2);
        program.publish(day("2024-01-15"));
        rows.evaluate("2024-01-20");
        assertThat(rows.rank(ann)).isEqualTo(2);
        rows.evaluate("2024-02-01");
        assertThat(rows.rank(ann)).isEqualTo(1);
        assertThat(rows.rank(bob)).isEqualTo(2);
        rows.evaluate("2024-04-01");
        assertThat(rows.rank(bob)).isEqualTo(1);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
