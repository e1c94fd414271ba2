package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserHold;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who paid for a tier holds at least that while the term lasts; by rows worked out by hand, every evaluation run twice. */
@WellspringTest
@AsStaff
class PayingForTiersTests {

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    MembershipPlans plans;

    @Autowired
    PaidMembership paid;

    @Autowired
    PaidReading reading;

    @Autowired
    TierReading tiers;

    @Autowired
    TierForecast forecast;

    @Autowired
    GivenByHand given;

    @Autowired
    UserMerging merging;

    @Autowired
    MembershipNeedsUsers needs;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;
    UserId bob;
    long gold;
    long platinum;

    @BeforeEach
    void peopleAndPlans() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
        bob = facts.user("bob", "2023-06-01");
        publish(Programmes.usual());
        gold = plan("Gold", 2, 3);
        platinum = plan("Platinum", 3, 1);
        evaluate("2024-01-01");
    }

    @Test
    void holdsTheTierFromTheDayItStartsToTheLastDayOfTheTerm() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        assertThat(history(ann)).containsExactly("[2024-01-01,) 2 PAID 2024-04-01");
        evaluate("2024-03-31");
        assertThat(history(ann)).containsExactly("[2024-01-01,) 2 PAID 2024-04-01");
        evaluate("2024-04-01");
        assertThat(history(ann))
                .containsExactly("[2024-01-01,2024-04-01) 2 PAID 2024-04-01", "[2024-04-01,) 1 PAID_END null");
    }

    @Test
    void aStartBetweenTwoNightsIsFoundOnItsOwnDay() {
        evaluate("2024-02-01");
        paid.start(ann, gold, day("2024-01-20"), "k1");
        assertThat(history(ann))
                .containsExactly("[2024-01-01,2024-01-20) 1 START null", "[2024-01-20,) 2 PAID 2024-04-20");
        evaluate("2024-01-19");
        assertThat(history(ann)).containsExactly("[2024-01-01,) 1 START null");
        evaluate("2024-06-01");
        assertThat(history(ann))
                .containsExactly(
                        "[2024-01-01,2024-01-20) 1 START null",
                        "[2024-01-20,2024-04-20) 2 PAID 2024-04-20",
                        "[2024-04-20,) 1 PAID_END null");
    }

    @Test
    void fallsToWhatIsEarnedWhenItLapses() {
        facts.order(ann, "2024-02-10", 100_000);
        paid.start(ann, platinum, day("2024-01-01"), "k1");
        evaluate("2024-02-10");
        assertThat(history(ann)).endsWith("[2024-02-01,2024-02-10) 1 PAID_END null", "[2024-02-10,) 2 UP 2025-02-10");
        paid.start(ann, platinum, day("2024-02-10"), "k2");
        evaluate("2024-03-10");
        assertThat(history(ann))
                .as("what it took the place of comes back with its own term")
                .endsWith("[2024-02-10,2024-03-10) 3 PAID 2024-03-10", "[2024-03-10,) 2 PAID_END 2025-02-10");
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, 2024-07-01", "2024-02-01, 2024-07-01", "2024-04-01, 2024-07-01", "2024-04-02, 2024-07-02"})
    void aRenewalGoesOnFromTheEndAndAfterItBeginsAnew(String on, String until) {
        evaluate("2024-04-02");
        paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.renew(ann, gold, day(on), "k2");
        assertThat(reading.terms(ann).getFirst().until()).isEqualTo(until);
        evaluate("2024-04-03");
        assertThat(rank(ann)).isEqualTo(2);
        assertThat(standing(ann).dueOn()).contains(day(until));
    }

    @Test
    void termsThatFollowOneAnotherKeepTheDayOfTheMonthTheyBeganOn() {
        evaluate("2024-01-31");
        paid.start(ann, platinum, day("2024-01-31"), "k1");
        paid.renew(ann, platinum, day("2024-01-31"), "k2");
        paid.renew(ann, platinum, day("2024-01-31"), "k3");
        assertThat(reading.terms(ann).reversed())
                .extracting(PaidTerm::until)
                .containsExactly(day("2024-02-29"), day("2024-03-31"), day("2024-04-30"));
        paid.lapse(ann, reading.terms(ann).getFirst().id(), day("2024-01-31"), "moved away", "k4");
        evaluate("2024-04-30");
        assertThat(paid.renew(ann, platinum, day("2024-04-30"), "k5").until())
                .as("after a gap it begins anew")
                .contains(day("2024-05-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, YEAR, 2024-02-29, 2024-02-29, 2025-02-28",
        "1, YEAR, 2027-02-28, 2024-02-29, 2028-02-29",
        "1, YEAR, 2025-02-28, 2025-02-28, 2026-02-28",
        "1, MONTH, 2025-02-28, 2024-12-31, 2025-03-31",
        "2, MONTH, 2024-12-30, 2024-12-30, 2025-02-28",
        "3, MONTH, 2025-02-28, 2024-11-30, 2025-05-30",
        "30, DAY, 2025-02-28, 2024-12-31, 2025-03-30"
    })
    void aTermEndsOnTheDayOfTheMonthItBeganOn(
            int count, TermLength.Unit unit, String from, String began, String after) {
        assertThat(new TermLength(count, unit).after(day(from), day(began))).isEqualTo(after);
    }

    @Test
    void aRefundEndsItOnItsDayAndThePriceIsGivenBackOnce() {
        PaidFact term = paid.start(ann, gold, day("2024-01-01"), "k1");
        evaluate("2024-02-01");
        assertThatExceptionOfType(RefundOutOfRange.class)
                .isThrownBy(() -> paid.refund(ann, term.id(), day("2024-02-01"), new Money(100_01), "asked", "k2"));
        paid.refund(ann, term.id(), day("2024-02-01"), new Money(60_00), "asked", "k2");
        assertThat(history(ann)).endsWith("[2024-02-01,) 1 PAID_END null");
        paid.refund(ann, term.id(), day("2024-02-01"), new Money(40_00), "the rest", "k3");
        assertThatExceptionOfType(RefundOutOfRange.class)
                .isThrownBy(() -> paid.refund(ann, term.id(), day("2024-02-01"), new Money(1), "more", "k4"));
        assertThat(reading.terms(ann).getFirst().state(day("2024-02-01"))).isEqualTo(PaidTerm.State.REFUNDED);
        evaluate("2024-01-31");
        assertThat(rank(ann)).as("the day before it was given back").isEqualTo(2);
    }

    @Test
    void aRefundOnTheDayItStartedLeavesNothing() {
        PaidFact term = paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.refund(ann, term.id(), day("2024-01-01"), new Money(100_00), "a mistake", "k2");
        assertThat(rank(ann)).isEqualTo(1);
        evaluate("2024-01-01");
        evaluate("2024-01-02");
        assertThat(rank(ann)).isEqualTo(1);
        assertThat(history(ann)).hasSize(1);
    }

    @Test
    void aLapseEndsItAndGivesNothingBack() {
        PaidFact term = paid.start(ann, gold, day("2024-01-01"), "k1");
        evaluate("2024-02-01");
        assertThatExceptionOfType(GivenWithoutReason.class)
                .isThrownBy(() -> paid.lapse(ann, term.id(), day("2024-02-01"), " ", "k2"));
        paid.lapse(ann, term.id(), day("2024-02-01"), "the card was refused", "k2");
        assertThat(rank(ann)).isEqualTo(1);
        assertThatExceptionOfType(PaidTermOver.class)
                .isThrownBy(() -> paid.lapse(ann, term.id(), day("2024-02-01"), "again", "k3"));
        paid.renew(ann, gold, day("2024-02-01"), "k4");
        assertThat(rank(ann)).isEqualTo(2);
        assertThat(standing(ann).dueOn()).contains(day("2024-05-01"));
    }

    @Test
    void whatIsEarnedStaysWithItsOwnTermAndWhatIsPaidForCarriesOverItsEnd() {
        facts.order(ann, "2024-01-01", 100_000);
        evaluate("2024-01-01");
        long goldForTwoYears = plan("Gold for long", 2, 24);
        paid.start(ann, goldForTwoYears, day("2024-01-01"), "k1");
        evaluate("2025-01-30");
        assertThat(history(ann)).as("earned, so not paid for").containsExactly("[2024-01-01,) 2 START 2025-01-01");
        evaluate("2025-01-31");
        assertThat(history(ann))
                .containsExactly("[2024-01-01,2025-01-31) 2 START 2025-01-01", "[2025-01-31,) 2 PAID 2026-01-01");
        evaluate("2026-01-01");
        assertThat(rank(ann)).isEqualTo(1);
    }

    @Test
    void whoEarnsTheTierThatIsPaidForHasItByThat() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        facts.order(ann, "2024-02-10", 100_000);
        evaluate("2024-02-10");
        assertThat(history(ann)).endsWith("[2024-02-10,) 2 UP 2025-02-10");
        assertThat(standing(ann).since()).isEqualTo("2024-01-01");
        evaluate("2024-04-01");
        assertThat(rank(ann)).isEqualTo(2);
    }

    @Test
    void aHigherPlanComesBeforeALowerOneAndLeavesItBehind() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        evaluate("2024-01-15");
        paid.start(ann, platinum, day("2024-01-15"), "k2");
        evaluate("2024-05-01");
        assertThat(history(ann))
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
        assertThat(history(ann)).containsExactly("[2024-01-01,) 3 MANUAL 2024-02-16");
        evaluate("2024-02-15");
        assertThat(rank(ann)).isEqualTo(3);
        evaluate("2024-04-01");
        assertThat(history(ann))
                .containsExactly(
                        "[2024-01-01,2024-02-16) 3 MANUAL 2024-02-16",
                        "[2024-02-16,2024-04-01) 2 PAID 2024-04-01",
                        "[2024-04-01,) 1 PAID_END null");
    }

    @Test
    void aTierByHandBelowThePaidOneComesBackAfterIt() {
        given.tier(ann, 2, day("2024-06-30"), "regular guest");
        paid.start(ann, platinum, day("2024-01-01"), "k1");
        assertThat(rank(ann)).isEqualTo(3);
        evaluate("2024-07-01");
        assertThat(history(ann))
                .containsExactly(
                        "[2024-01-01,2024-02-01) 3 PAID 2024-02-01",
                        "[2024-02-01,2024-07-01) 2 MANUAL 2024-07-01",
                        "[2024-07-01,) 1 MANUAL_END null");
    }

    @Test
    void endingATierByHandLeavesWhatIsEarnedOrPaidFor() {
        facts.order(bob, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        paid.start(ann, gold, day("2024-01-10"), "k1");
        given.tier(ann, 3, day("2024-06-30"), "won it");
        given.tier(bob, 3, day("2024-06-30"), "won it");
        evaluate("2024-02-01");
        assertThatExceptionOfType(GivenWithoutReason.class).isThrownBy(() -> given.endTier(ann, ""));
        given.endTier(ann, "gave it back");
        given.endTier(bob, "gave it back");
        assertThat(history(ann))
                .endsWith("[2024-01-10,2024-02-01) 3 MANUAL 2024-02-01", "[2024-02-01,) 2 PAID 2024-04-10");
        assertThat(history(bob))
                .endsWith("[2024-01-10,2024-02-01) 3 MANUAL 2024-02-01", "[2024-02-01,) 2 MANUAL_END 2025-01-10");
        assertThat(tiers.terms(bob, 9).getFirst().reason()).contains("gave it back");
        assertThat(tiers.terms(bob, 9).get(1).ended().orElseThrow().reason()).isEqualTo("gave it back");
        assertThatExceptionOfType(NoManualTier.class).isThrownBy(() -> given.endTier(bob, "again"));
        List<String> then = everything();
        evaluate("2024-02-01");
        assertThat(everything()).isEqualTo(then);
        evaluate("2024-01-31");
        assertThat(rank(bob)).isEqualTo(3);
        assertThat(standing(bob).dueOn()).as("as it was known that day").contains(day("2024-07-01"));
        evaluate("2024-02-01");
        assertThat(everything()).isEqualTo(then);
    }

    @Test
    void aTierByHandEndedOnItsFirstDayLeavesNothing() {
        given.tier(ann, 3, day("2024-06-30"), "won it");
        given.endTier(ann, "the wrong one");
        assertThat(rank(ann)).isEqualTo(1);
        evaluate("2024-01-02");
        assertThat(rank(ann)).isEqualTo(1);
    }

    @Test
    void whatBothPaidForStaysAsItWasBoughtInAMerge() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        evaluate("2024-02-01");
        paid.start(bob, gold, day("2024-02-01"), "k2");
        merging.merge(ann, bob);
        assertThat(reading.terms(ann)).hasSize(2);
        assertThat(standing(ann).dueOn()).as("up to the later end").contains(day("2024-05-01"));
        assertThat(paid.start(bob, gold, day("2024-02-01"), "k2").user()).isEqualTo(ann);
        evaluate("2024-05-01");
        assertThat(history(ann)).endsWith("[2024-05-01,) 1 PAID_END null");
    }

    @Test
    void whatOneEarnedIsWhereTheOtherWhoPaidGoesBackToAfterAMerge() {
        facts.order(bob, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        paid.start(ann, platinum, day("2024-01-10"), "k1");
        merging.merge(ann, bob);
        evaluate("2024-01-11");
        assertThat(rank(ann)).isEqualTo(3);
        evaluate("2024-02-10");
        assertThat(history(ann)).endsWith("[2024-02-10,) 2 PAID_END 2025-01-10");
    }

    @Test
    void whoPaidTakesTheTierAlongIntoWhomTheyAreMerged() {
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        paid.start(bob, platinum, day("2024-01-10"), "k1");
        merging.merge(ann, bob);
        assertThat(rank(ann)).isEqualTo(3);
        assertThat(tiering.drift(10)).isZero();
        evaluate("2024-02-10");
        assertThat(history(ann)).endsWith("[2024-02-10,) 2 PAID_END 2025-01-10");
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
        evaluate("2024-01-20");
        assertThat(rank(ann)).isEqualTo(2);
        evaluate("2024-02-01");
        assertThat(rank(ann)).isEqualTo(1);
        assertThat(rank(bob)).isEqualTo(2);
        evaluate("2024-04-01");
        assertThat(rank(bob)).isEqualTo(1);
    }

    @Test
    void theSameKeyIsTheSameAndNothingElse() {
        PaidFact once = paid.start(ann, gold, day("2024-01-01"), "k1");
        assertThat(paid.start(ann, gold, day("2024-01-01"), "k1")).isEqualTo(once);
        assertThatExceptionOfType(PaidKeyTaken.class).isThrownBy(() -> paid.start(bob, gold, day("2024-01-01"), "k1"));
        assertThatExceptionOfType(PaidKeyTaken.class).isThrownBy(() -> paid.renew(ann, gold, day("2024-01-01"), "k1"));
        assertThat(reading.terms(ann)).hasSize(1);
    }

    @Test
    void refusesWhatContradictsWhatThereIs() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        assertThatExceptionOfType(MembershipRuns.class)
                .isThrownBy(() -> paid.start(ann, gold, day("2024-01-01"), "k2"));
        assertThatExceptionOfType(UnknownPaidTerm.class)
                .isThrownBy(() -> paid.renew(bob, gold, day("2024-01-01"), "k2"));
        assertThatExceptionOfType(PaidDayOutOfRange.class)
                .isThrownBy(() -> paid.start(bob, gold, day("2020-12-31"), "k2"));
        assertThatExceptionOfType(UnreadablePaidKey.class)
                .isThrownBy(() -> paid.start(bob, gold, day("2024-01-01"), " "));
        plans.sell(gold, false);
        assertThatExceptionOfType(PlanRetired.class).isThrownBy(() -> paid.start(bob, gold, day("2024-01-01"), "k2"));
        assertThat(paid.renew(ann, gold, day("2024-01-01"), "k3").from()).contains(day("2024-04-01"));
        assertThatThrownBy(() ->
                        jdbc.sql("update membership.paid_fact set amount = 5").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void whatWasSoldKeepsWhatThePlanSaidThen() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        plans.change(gold, 1, new PlanTerms("Gold", "金卡", new Money(5_00), new TermLength(1, TermLength.Unit.YEAR), 3));
        evaluate("2024-01-02");
        assertThat(rank(ann)).isEqualTo(2);
        PaidFact renewed = paid.renew(ann, gold, day("2024-01-02"), "k2");
        assertThat(renewed.amount()).isEqualTo(new Money(5_00));
        assertThat(renewed.until()).contains(day("2025-04-01"));
        evaluate("2024-04-01");
        assertThat(rank(ann)).isEqualTo(3);
    }

    @Test
    void plansAreCalledDifferentlyAndLeadAboveTheLowestTier() {
        assertThatExceptionOfType(PlanNameTaken.class)
                .isThrownBy(() -> plan("GOLD", 2, 3))
                .satisfies(taken -> assertThat(taken.field()).contains("nameEn"));
        assertThatExceptionOfType(PlanNameTaken.class)
                .isThrownBy(() -> plans.create(
                        new PlanTerms("Other", "GOLD", new Money(1), new TermLength(1, TermLength.Unit.YEAR), 2)))
                .satisfies(taken -> assertThat(taken.field()).contains("nameZh"));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plan("Basic", 1, 3));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plan("Nothing", 9, 3));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plan("Forever", 2, 121));
    }

    @Test
    void whoPaidStaysWhenAnImportIsUndone() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        List<UserHold> held = new ArrayList<>();
        needs.usersNeeded(1, held::add);
        assertThat(held).containsExactly(new UserHold(ann, "HAS_TIER"));
    }

    /** An earlier day takes back what was decided after it, and with it what standing was made with. */
    @Test
    void whatIsPaidForIsNoDowngradeToComeOnAnEarlierDayEither() {
        facts.order(ann, "2024-01-01", 100_000);
        evaluate("2024-01-01");
        evaluate("2025-01-15");
        paid.start(ann, gold, day("2025-01-05"), "k1");
        evaluate("2025-01-10");
        assertThat(forecast.everybody(new DroppingFilter(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(tiering.drift(9)).isZero();
    }

    @Test
    void whatIsPaidForIsNoDowngradeToCome() {
        facts.order(ann, "2024-01-01", 100_000);
        facts.order(bob, "2024-01-01", 100_000);
        evaluate("2024-01-01");
        evaluate("2025-01-15");
        assertThat(forecast.months(1, Money.ZERO)).singleElement().satisfies(month -> {
            assertThat(month.users()).isEqualTo(2);
            assertThat(month.dropping()).isEqualTo(2);
        });
        paid.start(ann, gold, day("2025-01-15"), "k1");
        assertThat(forecast.months(1, Money.ZERO).getFirst().dropping()).isEqualTo(1);
    }

    /**
     * Ann starts gold (three months, 100.00) on 1 January, renews on 20 March and on 15 July; a refund of 30.00 of her first term. Bob starts platinum
     * (one month, 100.00) on 10 January and never comes back.
     */
    @Test
    void figuresAreWhatAPencilAddsUp() {
        evaluate("2024-08-10");
        PaidFact first = paid.start(ann, gold, day("2024-01-01"), "a1");
        paid.renew(ann, gold, day("2024-03-20"), "a2");
        paid.renew(ann, gold, day("2024-07-15"), "a3");
        paid.start(bob, platinum, day("2024-01-10"), "b1");
        paid.refund(ann, first.id(), day("2024-08-02"), new Money(30_00), "goodwill", "a4");
        PlanFigures golds = reading.figures(day("2024-08-10")).get(gold);
        assertThat(golds).isEqualTo(new PlanFigures(1, new Money(-30_00), new Money(270_00)));
        assertThat(reading.figures(day("2024-08-10")).get(platinum))
                .isEqualTo(new PlanFigures(0, Money.ZERO, new Money(100_00)));
        assertThat(reading.endings(day("2024-08-10")))
                .hasSize(12)
                .filteredOn(month -> month.memberships() > 0)
                .containsExactly(new EndingMonth(YearMonth.of(2024, 10), 1, 1, new Money(100_00)));
        assertThat(reading.endings(day("2024-08-10"), YearMonth.of(2024, 10), 1, 50)
                        .rows())
                .containsExactly(new Ending(ann, gold, "Gold", "Gold", day("2024-07-15"), day("2024-10-14")));
        assertThat(reading.renewals(day("2024-08-10"), 30))
                .containsExactly(
                        new RenewalMonth(YearMonth.of(2024, 2), 1, 0, true),
                        new RenewalMonth(YearMonth.of(2024, 3), 1, 1, true),
                        new RenewalMonth(YearMonth.of(2024, 6), 1, 1, true));
        assertThat(reading.renewals(day("2024-08-10"), 60))
                .endsWith(new RenewalMonth(YearMonth.of(2024, 6), 1, 1, false));
    }

    @ParameterizedTest
    @CsvSource({"2024-04-29, 1", "2024-04-30, 1", "2024-05-01, 0"})
    void aRenewalCountsUpToTheLastOfItsDays(String on, int renewed) {
        evaluate("2024-06-01");
        paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.renew(ann, gold, day(on), "k2");
        assertThat(reading.renewals(day("2024-06-01"), 30))
                .first()
                .isEqualTo(new RenewalMonth(YearMonth.of(2024, 3), 1, renewed, true));
    }

    private long plan(String name, int tier, int months) {
        return plans.create(
                new PlanTerms(name, name, new Money(100_00), new TermLength(months, TermLength.Unit.MONTH), tier));
    }

    private void publish(ProgrammeTerms terms) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(day("2023-01-01"));
    }

    private void evaluate(String day) {
        metrics.refreshAll(day(day), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(day(day));
        List<String> once = everything();
        tiering.postGrowth();
        assertThat(tiering.evaluate(day(day)).orElseThrow().changes()).isEmpty();
        assertThat(everything()).isEqualTo(once);
        assertThat(tiering.drift(10)).isZero();
    }

    private List<String> everything() {
        return jdbc.sql("select h::text from membership.tier_history h order by user_id, starts_on")
                .query(String.class)
                .list();
    }

    private UserStanding standing(UserId user) {
        return tiers.standing(user).orElseThrow();
    }

    private int rank(UserId user) {
        assertThat(tiering.drift(10)).isZero();
        return standing(user).tier().rank();
    }

    private List<String> history(UserId user) {
        return jdbc.sql("""
                        select concat_ws(' ', h.during, t.rank, h.cause, coalesce(h.due_on::text, 'null'))
                        from membership.tier_history h
                        join membership.tier t on t.id = h.tier_id
                        where h.user_id = :user
                        order by h.starts_on
                        """).param("user", user.value()).query(String.class).list();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
