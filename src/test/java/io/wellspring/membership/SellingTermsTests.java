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
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Terms are sold, renewed, given back and ended early, each once; the tier follows on its day. */
@WellspringTest
@AsStaff
class SellingTermsTests {

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
    private PaidReading reading;

    @Autowired
    private TierReading tiers;

    @Autowired
    private JdbcClient jdbc;

    private TierRows rows;
    private UserId ann;
    private UserId bob;
    private long gold;
    private long platinum;

    @BeforeEach
    void peopleAndPlans() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
        bob = facts.user("bob", "2023-06-01");
        Nights nights = new Nights(metrics, histories, program, tiering);
        rows = new TierRows(nights, tiering, tiers, jdbc);
        nights.publish(Programmes.usual());
        gold = plans.create(Plans.of("Gold", 2, 3));
        platinum = plans.create(Plans.of("Platinum", 3, 1));
        rows.evaluate("2024-01-01");
    }

    @ParameterizedTest
    @CsvSource({"2024-03-31, 2024-07-01", "2024-02-01, 2024-07-01", "2024-04-01, 2024-07-01", "2024-04-02, 2024-07-02"})
    void aRenewalGoesOnFromTheEndAndAfterItBeginsAnew(String on, String until) {
        rows.evaluate("2024-04-02");
        paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.renew(ann, gold, day(on), "k2");
        assertThat(reading.terms(ann).getFirst().until()).isEqualTo(until);
        rows.evaluate("2024-04-03");
        assertThat(rows.rank(ann)).isEqualTo(2);
        assertThat(rows.standing(ann).dueOn()).contains(day(until));
    }

    @Test
    void termsThatFollowOneAnotherKeepTheDayOfTheMonthTheyBeganOn() {
        rows.evaluate("2024-01-31");
        paid.start(ann, platinum, day("2024-01-31"), "k1");
        paid.renew(ann, platinum, day("2024-01-31"), "k2");
        paid.renew(ann, platinum, day("2024-01-31"), "k3");
        assertThat(reading.terms(ann).reversed())
                .extracting(PaidTerm::until)
                .containsExactly(day("2024-02-29"), day("2024-03-31"), day("2024-04-30"));
        paid.lapse(ann, reading.terms(ann).getFirst().id(), day("2024-01-31"), "moved away", "k4");
        rows.evaluate("2024-04-30");
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
        rows.evaluate("2024-02-01");
        assertThatExceptionOfType(RefundOutOfRange.class)
                .isThrownBy(() -> paid.refund(ann, term.id(), day("2024-02-01"), new Money(100_01), "asked", "k2"));
        paid.refund(ann, term.id(), day("2024-02-01"), new Money(60_00), "asked", "k2");
        assertThat(rows.of(ann)).endsWith("[2024-02-01,) 1 PAID_END null");
        paid.refund(ann, term.id(), day("2024-02-01"), new Money(40_00), "the rest", "k3");
        assertThatExceptionOfType(RefundOutOfRange.class)
                .isThrownBy(() -> paid.refund(ann, term.id(), day("2024-02-01"), new Money(1), "more", "k4"));
        assertThat(reading.terms(ann).getFirst().state(day("2024-02-01"))).isEqualTo(PaidTerm.State.REFUNDED);
        rows.evaluate("2024-01-31");
        assertThat(rows.rank(ann)).as("the day before it was given back").isEqualTo(2);
    }

    @Test
    void aRefundOnTheDayItStartedLeavesNothing() {
        PaidFact term = paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.refund(ann, term.id(), day("2024-01-01"), new Money(100_00), "a mistake", "k2");
        assertThat(rows.rank(ann)).isEqualTo(1);
        rows.evaluate("2024-01-01");
        rows.evaluate("2024-01-02");
        assertThat(rows.rank(ann)).isEqualTo(1);
        assertThat(rows.of(ann)).hasSize(1);
    }

    @Test
    void aLapseEndsItAndGivesNothingBack() {
        PaidFact term = paid.start(ann, gold, day("2024-01-01"), "k1");
        rows.evaluate("2024-02-01");
        assertThatExceptionOfType(GivenWithoutReason.class)
                .isThrownBy(() -> paid.lapse(ann, term.id(), day("2024-02-01"), " ", "k2"));
        paid.lapse(ann, term.id(), day("2024-02-01"), "the card was refused", "k2");
        assertThat(rows.rank(ann)).isEqualTo(1);
        assertThatExceptionOfType(PaidTermOver.class)
                .isThrownBy(() -> paid.lapse(ann, term.id(), day("2024-02-01"), "again", "k3"));
        paid.renew(ann, gold, day("2024-02-01"), "k4");
        assertThat(rows.rank(ann)).isEqualTo(2);
        assertThat(rows.standing(ann).dueOn()).contains(day("2024-05-01"));
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
        rows.evaluate("2024-01-02");
        assertThat(rows.rank(ann)).isEqualTo(2);
        PaidFact renewed = paid.renew(ann, gold, day("2024-01-02"), "k2");
        assertThat(renewed.amount()).isEqualTo(new Money(5_00));
        assertThat(renewed.until()).contains(day("2025-04-01"));
        rows.evaluate("2024-04-01");
        assertThat(rows.rank(ann)).isEqualTo(3);
    }

    @Test
    void plansAreCalledDifferentlyAndLeadAboveTheLowestTier() {
        assertThatExceptionOfType(PlanNameTaken.class)
                .isThrownBy(() -> plans.create(Plans.of("GOLD", 2, 3)))
                .satisfies(taken -> assertThat(taken.field()).contains("nameEn"));
        assertThatExceptionOfType(PlanNameTaken.class)
                .isThrownBy(() -> plans.create(
                        new PlanTerms("Other", "GOLD", new Money(1), new TermLength(1, TermLength.Unit.YEAR), 2)))
                .satisfies(taken -> assertThat(taken.field()).contains("nameZh"));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plans.create(Plans.of("Basic", 1, 3)));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plans.create(Plans.of("Nothing", 9, 3)));
        assertThatExceptionOfType(PlanUnfit.class).isThrownBy(() -> plans.create(Plans.of("Forever", 2, 121)));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
