package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What paid membership brought, who renewed, and what is no downgrade to come. */
@WellspringTest
@AsStaff
class CountingPaidTermsTests {

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
    private TierForecast forecast;

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

    /** An earlier day takes back what was decided after it, and with it what standing was made with. */
    @Test
    void whatIsPaidForIsNoDowngradeToComeOnAnEarlierDayEither() {
        facts.order(ann, "2024-01-01", 100_000);
        rows.evaluate("2024-01-01");
        rows.evaluate("2025-01-15");
        paid.start(ann, gold, day("2025-01-05"), "k1");
        rows.evaluate("2025-01-10");
        assertThat(forecast.everybody(new DroppingFilter(Optional.empty(), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(tiering.drift(9)).isZero();
    }

    @Test
    void whatIsPaidForIsNoDowngradeToCome() {
        facts.order(ann, "2024-01-01", 100_000);
        facts.order(bob, "2024-01-01", 100_000);
        rows.evaluate("2024-01-01");
        rows.evaluate("2025-01-15");
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
        rows.evaluate("2024-08-10");
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
                .hasSize(13)
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
        rows.evaluate("2024-06-01");
        paid.start(ann, gold, day("2024-01-01"), "k1");
        paid.renew(ann, gold, day(on), "k2");
        assertThat(reading.renewals(day("2024-06-01"), 30))
                .first()
                .isEqualTo(new RenewalMonth(YearMonth.of(2024, 3), 1, renewed, true));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
