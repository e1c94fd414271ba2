package io.wellspring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.Money;
import io.wellspring.shared.Period;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class KeepingFiguresTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-03-31");

    @Autowired
    MetricsRefresh refresh;

    @Autowired
    BusinessFigures figures;

    @Autowired
    WholeComputation whole;

    @Autowired
    MetricsBatch batch;

    @Autowired
    MetricsQueries queries;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void foldsOneUsersFacts() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-01-01", 1000);
        facts.order(ann, "2026-01-11T09:00", 2000);
        facts.order(ann, "2026-01-11T21:00", 500);
        facts.order(ann, "2026-03-02", 4000);
        facts.refund(ann, "2026-03-05", 700);

        refresh.refreshAll(AS_OF, 60);

        UserFigures found = figures.userFigures(ann).orElseThrow();
        assertThat(found.firstOrderOn()).contains(LocalDate.parse("2026-01-01"));
        assertThat(found.lastOrderOn()).contains(LocalDate.parse("2026-03-02"));
        assertThat(found.orders()).isEqualTo(4);
        assertThat(found.refunds()).isEqualTo(1);
        assertThat(found.net()).isEqualTo(new Money(6800));
        assertThat(found.refunded()).isEqualTo(new Money(700));
        assertThat(found.medianGapDays())
                .hasValueSatisfying(gap -> assertThat(gap).isEqualByComparingTo(new BigDecimal(30)));
        assertThat(found.windowLastOrderOn()).contains(LocalDate.parse("2026-03-02"));
        assertThat(found.windowOrders()).isEqualTo(1);
        assertThat(found.windowNet()).isEqualTo(new Money(3300));
        assertThat(found.averageOrderValue()).isEqualTo(new Money(1875));
    }

    @Test
    void givesEveryUserARow() {
        UserId nobody = facts.user("nobody", "2026-01-01");

        refresh.refreshAll(AS_OF, 365);

        UserFigures found = figures.userFigures(nobody).orElseThrow();
        assertThat(found.firstOrderOn()).isEmpty();
        assertThat(found.medianGapDays()).isEmpty();
        assertThat(found.windowLastOrderOn()).isEmpty();
        assertThat(found.orders()).isZero();
        assertThat(found.net()).isEqualTo(Money.ZERO);
    }

    @Test
    void hasNoRhythmBelowTwoOrderDates() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-02-01T08:00", 100);
        facts.order(ann, "2026-02-01T20:00", 100);
        facts.refund(ann, "2026-02-09", 100);

        refresh.refreshAll(AS_OF, 365);

        assertThat(figures.userFigures(ann).orElseThrow().medianGapDays()).isEmpty();
    }

    @Test
    void countsTheAsOfDayToItsLastMinuteAndNotTheNextDay() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-03-31T23:59", 100);
        facts.order(ann, "2026-04-01T00:30", 5000);

        refresh.refreshAll(AS_OF, 365);

        UserFigures found = figures.userFigures(ann).orElseThrow();
        assertThat(found.orders()).isEqualTo(1);
        assertThat(found.lastOrderOn()).contains(AS_OF);
        assertThat(found.net()).isEqualTo(new Money(100));
    }

    @Test
    void opensTheWindowOnItsFirstDayAtMidnight() {
        UserId dayBefore = facts.user("before", "2026-01-01");
        UserId firstDay = facts.user("first", "2026-01-01");
        facts.order(dayBefore, "2026-03-24T23:59", 100);
        facts.order(firstDay, "2026-03-25T00:30", 100);

        refresh.refreshAll(AS_OF, 7);

        assertThat(figures.userFigures(dayBefore).orElseThrow().windowOrders()).isZero();
        assertThat(figures.userFigures(firstDay).orElseThrow().windowOrders()).isEqualTo(1);
        assertThat(Period.daysUpTo(AS_OF, 7).from()).isEqualTo(LocalDate.parse("2026-03-25"));
    }

    @Test
    void writesNothingTheSecondTime() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-03-02", 4000);

        whole.run(AS_OF, 365, () -> {});
        assertThat(batch.writeComputed()).isEqualTo(1);
        whole.run(AS_OF, 365, () -> {});
        assertThat(batch.writeComputed()).isZero();
        batch.computeTouched(1, AS_OF, 365);
        assertThat(batch.writeComputed()).isZero();
    }

    /** What is moved along with each intake must stand where counting everything anew puts it. */
    @Test
    void movesDaysAndPeriodsToWhereCountingAnewPutsThem() {
        UserId ann = facts.user("ann", "2026-01-01", 1);
        UserId bob = facts.user("bob", "2026-03-20", 1);
        facts.order(ann, "2025-11-02", 700, 1);
        facts.order(bob, "2026-03-21", 900, 1);
        refresh.refreshAll(AS_OF, 365);

        UserId cid = facts.user("cid", "2026-03-30", 2);
        facts.order(ann, "2026-03-29", 4000, 2);
        facts.order(ann, "2024-05-01", 100, 2);
        facts.order(cid, "2026-02-15", 50, 2);
        jdbc.sql("""
                insert into activity.order_fact (user_id, kind, source, order_no, paid_at, amount, intake_id)
                values (:user, 'REFUND', 'test', 'R1', timestamptz '2026-03-30 12:00+08', 300, 2)
                """).param("user", bob.value()).update();
        refresh.refreshTouched(2, AS_OF, 365);
        refresh.refreshTouched(2, AS_OF, 365);
        List<String> moved = kept();

        refresh.refreshAll(AS_OF, 365);

        assertThat(kept()).isEqualTo(moved);
        assertThat(refresh.drift(10)).isEmpty();
        for (PeriodBits.Numbered numbered :
                new PeriodBits(AS_OF).numbered(figures.bounds().firstDay().orElseThrow())) {
            assertThat(queries.keptPeriod(numbered.period()))
                    .as("%s", numbered)
                    .contains(queries.computePeriod(numbered.period(), AS_OF));
        }
    }

    private List<String> kept() {
        return Stream.of("metrics.user_metrics", "metrics.day_figures", "metrics.period_figures", "metrics.period_bits")
                .flatMap(
                        table -> jdbc
                                .sql("select t::text from " + table + " t order by t::text")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }

    @Test
    void refreshesOnlyUsersAnIntakeTouched() {
        UserId ann = facts.user("ann", "2026-01-01", 1);
        UserId bob = facts.user("bob", "2026-01-01", 1);
        refresh.refreshAll(AS_OF, 365);
        facts.order(ann, "2026-03-01", 100, 2);
        facts.order(bob, "2026-03-01", 100, 3);
        UserId carol = facts.user("carol", "2026-03-03", 2);

        refresh.refreshTouched(2, AS_OF, 365);

        assertThat(figures.userFigures(ann).orElseThrow().orders()).isEqualTo(1);
        assertThat(figures.userFigures(bob).orElseThrow().orders()).isZero();
        assertThat(figures.userFigures(carol)).isPresent();
        assertThat(refresh.drift(10)).containsExactly(bob);
        refresh.refreshTouched(3, AS_OF, 365);
        assertThat(refresh.drift(10)).isEmpty();
    }

    @Test
    void refreshesEveryoneWhenTheDayMoved() {
        UserId ann = facts.user("ann", "2026-01-01", 1);
        facts.order(ann, "2026-03-31", 100, 1);
        refresh.refreshAll(AS_OF.minusDays(1), 365);

        refresh.refreshTouched(99, AS_OF, 365);

        assertThat(figures.userFigures(ann).orElseThrow().orders()).isEqualTo(1);
        assertThat(refresh.current())
                .hasValueSatisfying(current -> assertThat(current.asOf()).isEqualTo(AS_OF));
    }

    @Test
    void dropsUsersThatAreGone() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-03-01", 100);
        refresh.refreshAll(AS_OF, 365);
        jdbc.sql("delete from activity.order_fact").update();
        jdbc.sql("delete from users.users").update();
        assertThat(refresh.drift(10)).containsExactly(ann);

        refresh.refreshAll(AS_OF, 365);

        assertThat(figures.userFigures(ann)).isEmpty();
        assertThat(refresh.drift(10)).isEmpty();
        assertThat(figures.months(Period.daysUpTo(AS_OF, 60)))
                .allSatisfy(month -> assertThat(month.orders()).isZero());
        assertThat(figures.bounds())
                .isEqualTo(new FactBounds(
                        java.util.Optional.empty(), java.util.Optional.empty(), java.util.Optional.empty()));
    }

    @Test
    void sumsAPeriodAndTellsRepeatBuyers() {
        UserId once = facts.user("once", "2026-03-10");
        UserId returning = facts.user("returning", "2026-01-01");
        UserId twice = facts.user("twice", "2026-03-01T00:30");
        UserId earlier = facts.user("earlier", "2026-02-28T23:59");
        facts.order(once, "2026-03-10", 1000);
        facts.order(returning, "2026-01-05", 9000);
        facts.order(returning, "2026-03-31T23:59", 3000);
        facts.order(twice, "2026-03-02T08:00", 500);
        facts.order(twice, "2026-03-02T09:00", 500);
        facts.order(earlier, "2026-02-28", 100);
        facts.refund(earlier, "2026-03-01", 40);
        facts.order(earlier, "2026-04-01T00:30", 100);
        refresh.refreshAll(LocalDate.parse("2026-04-30"), 365);

        PeriodFigures march = figures.period(Period.closed(LocalDate.parse("2026-03-01"), AS_OF))
                .orElseThrow();

        assertThat(march).isEqualTo(new PeriodFigures(4, 2, 4, 1, 3, 2, new Money(5000), new Money(40)));
        assertThat(march.net()).isEqualTo(new Money(4960));
        assertThat(march.averageOrderValue()).isEqualTo(new Money(1250));
        assertThat(march.repeatRate()).isEqualTo(2.0 / 3);
    }

    @Test
    void keepsPresetPeriodsAsTheyWouldBeComputed() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-02-20", 100);
        facts.order(ann, "2026-03-20", 200);
        refresh.refreshAll(AS_OF, 365);
        refresh.refreshAll(AS_OF, 365);

        MetricsQueries queries = new MetricsQueries(jdbc, clock);
        for (PresetPeriod preset : PresetPeriod.values()) {
            Period period = preset.upTo(AS_OF, LocalDate.parse("2026-01-01"));
            assertThat(queries.keptPeriod(period)).as(preset.name()).contains(queries.computePeriod(period, AS_OF));
            preset.before(AS_OF)
                    .ifPresent(before -> assertThat(queries.keptPeriod(before))
                            .as(preset.name())
                            .isPresent());
        }
        assertThat(queries.keptPeriod(Period.daysUpTo(AS_OF, 3))).isEmpty();
        assertThat(figures.period(Period.daysUpTo(AS_OF, 12)).orElseThrow().orders())
                .isEqualTo(1);
    }

    @Autowired
    io.wellspring.shared.BusinessClock clock;

    @Test
    void listsEveryMonthOfAPeriod() {
        UserId ann = facts.user("ann", "2026-01-15");
        facts.order(ann, "2026-01-31T23:59", 100);
        facts.order(ann, "2026-03-01T00:30", 300);
        facts.refund(ann, "2026-03-01", 50);
        refresh.refreshAll(AS_OF, 365);

        assertThat(figures.months(new Period(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-04-01"))))
                .containsExactly(
                        new MonthFigures(YearMonth.of(2026, 1), 1, 1, 0, new Money(100), Money.ZERO),
                        MonthFigures.nothingIn(YearMonth.of(2026, 2)),
                        new MonthFigures(YearMonth.of(2026, 3), 0, 1, 1, new Money(300), new Money(50)));
    }

    @Test
    void saysNothingBeforeTheFirstRefresh() {
        assertThat(refresh.current()).isEmpty();
        assertThat(refresh.drift(10)).isEmpty();
        assertThat(figures.period(Period.daysUpTo(AS_OF, 30))).isEmpty();
    }
}
