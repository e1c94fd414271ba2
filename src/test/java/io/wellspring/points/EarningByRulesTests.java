package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningBasis.OneActivity;
import io.wellspring.shared.Money;
import io.wellspring.shared.SqlFiles;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ann and bob buy and check in; rules give them points for it, each fact once. */
@WellspringTest
@AsStaff
class EarningByRulesTests {

    private static final LocalDate START = PlainRules.START;
    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");
    private static final Money ONE = new Money(100);

    @Autowired
    private EarningRules rules;

    @Autowired
    private PointsEarning earning;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Sales sales;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        sales = new Sales(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void everyFullUnitOfAnOrderBringsPointsOnce() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(2, ONE)));
        facts.order(ann, "2026-02-01", 9_999);
        facts.order(ann, "2026-02-02", 99);
        facts.order(bob, "2025-12-31T23:59", 5_000);
        facts.order(bob, "2026-01-01T00:00", 1_000);

        PointsEarning.Earned first = earning.earn(TODAY);
        PointsEarning.Earned again = earning.earn(TODAY);

        assertThat(first).isEqualTo(new PointsEarning.Earned(3, 199 + 1 + 20, 0, 0));
        assertThat(again).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
        assertThat(balance(ann)).isEqualTo(200);
        assertThat(balance(bob)).isEqualTo(20);
    }

    @Test
    void theTierOfTheDayMultiplies() {
        tierOfAnn("1.50", "2026-02-01", "2026-03-01");
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        facts.order(ann, "2026-01-31T23:59:59", 1_000);
        facts.order(ann, "2026-02-01T00:00", 1_100);
        facts.order(ann, "2026-02-28T23:59:59", 1_000);
        facts.order(ann, "2026-03-01T00:00", 1_000);
        facts.order(bob, "2026-02-10", 1_000);

        earning.earn(TODAY);

        assertThat(given()).containsExactly(10L, 16L, 10L, 15L, 10L);
        assertThat(rules.rehearse(
                                PlainRules.terms(PlainRules.orders(1, ONE)),
                                LocalDate.parse("2026-02-01"),
                                LocalDate.parse("2026-02-28"))
                        .points())
                .isEqualTo(16 + 15 + 10);
    }

    /** The tier that multiplies, from one day until another. */
    private void tierOfAnn(String multiplier, String from, String until) {
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (1, 'PUBLISHED', date '2026-01-01', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        jdbc.sql("""
                        with tier as (
                          insert into membership.tier (
                            version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                          )
                          values (1, 1, 1, 'Basic', '普通', '#b7dfe2', 'ALL', null, 'ALL', 0, 'EARNED', 1, 1),
                            (1, 2, 2, 'Gold', '金卡', '#0b6e77', 'ALL', 1000, 'ALL', 0, 'EARNED', 1, cast(:multiplier as numeric))
                          returning id, rank
                        )
                        insert into membership.tier_history (user_id, during, starts_on, tier_id, cause, since, term_from)
                        select :user, daterange(h.from_on, h.until_on), h.from_on, t.id, h.cause, h.from_on, h.from_on
                        from tier t
                        join (
                          values (2, 'START', :from::date, :until::date),
                            (1, 'DOWN', :until::date, null)
                        ) h (rank, cause, from_on, until_on) on h.rank = t.rank
                        """)
                .param("multiplier", multiplier)
                .param("user", ann.value())
                .param("from", from)
                .param("until", until)
                .update();
    }

    @Test
    void thePlannerIsToldOfWhatWasGiven() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        facts.order(ann, "2026-02-01", 1_000);
        facts.order(bob, "2026-02-01", 1_000);
        earning.earn(TODAY);

        for (int time = 0; time < 2; time++) {
            jdbc.sql(SqlFiles.sql("points/analyze-points")).update();
            assertThat(jdbc.sql("select reltuples::int from pg_class where oid = 'points.entry'::regclass")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    @Test
    void aFactAfterTheDayWaits() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        facts.order(ann, "2026-06-30T23:59:59", 1_000);
        facts.order(ann, "2026-07-01T00:00", 7_000);

        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(10);
        earning.earn(TODAY.plusDays(1));
        assertThat(balance(ann)).isEqualTo(80);
    }

    @Test
    void limitsCountWhatCameBefore() {
        rules.create(
                "Limited",
                new EarningTerms(
                        PlainRules.orders(1, ONE),
                        0,
                        100,
                        new EarningLimits(Optional.of(30L), Optional.of(50L), Optional.of(70L)),
                        0,
                        new ExpiryPolicy.Never(),
                        START,
                        Optional.empty()));
        facts.order(ann, "2026-02-01T10:00", 2_000);
        earning.earn(TODAY);
        assertThat(given()).containsExactly(20L);

        facts.order(ann, "2026-02-01T12:00", 2_000);
        facts.order(ann, "2026-02-02", 1_500);
        facts.order(ann, "2026-02-03", 1_500);
        facts.order(ann, "2026-03-01", 9_900);
        facts.order(ann, "2026-03-02", 100);
        earning.earn(TODAY);

        assertThat(given())
                .as("20 of the day's 30, then 10; 15 and 5 of the month's 50; 20 of the 70 ever; nothing")
                .containsExactly(20L, 10L, 15L, 5L, 20L, 0L);
        earning.earn(TODAY);
        assertThat(balance(ann)).isEqualTo(70);
    }

    @Test
    void theFirstTimeBringsABonusAndABirthdayAFactor() {
        jdbc.sql("update users.users set birthday = '1992-02-29' where user_id = :ann")
                .param("ann", ann.value())
                .update();
        rules.create(
                "Bonus",
                new EarningTerms(
                        PlainRules.orders(1, ONE),
                        100,
                        250,
                        EarningLimits.NONE,
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2024-01-01"),
                        Optional.empty()));
        facts.order(ann, "2024-02-28", 1_000);
        facts.order(ann, "2024-02-29", 1_100);
        facts.order(ann, "2026-02-28", 1_300);
        facts.order(ann, "2026-03-01", 1_000);
        earning.earn(TODAY);
        facts.order(ann, "2024-01-05", 500);
        earning.earn(TODAY);

        assertThat(given())
                .as("late but earlier; first; leap day, 27.5; its stand-in, 32.5; no birthday")
                .containsExactly(5L, 110L, 27L, 32L, 10L);
    }

    @Test
    void activityBringsFixedPointsEachTime() {
        rules.create("Check-ins", PlainRules.terms(new OneActivity("check-in", 3)));
        activity(ann, "check-in", "2026-02-01", 1);
        activity(ann, "check-in", "2026-02-02", 2);
        activity(ann, "login", "2026-02-02", 5);
        facts.order(ann, "2026-02-01", 10_000);

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(2, 9, 0, 0));
        assertThat(earning.earn(TODAY).facts()).isZero();
    }

    @Test
    void aLaterVersionDecidesFromItsFirstDay() {
        long rule = rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        rules.change(
                rule, rules.rule(rule).latest().number(), PlainRules.from("2026-03-01", PlainRules.orders(5, ONE)));
        rules.change(
                rule, rules.rule(rule).latest().number(), PlainRules.from("2026-03-01", PlainRules.orders(5, ONE)));
        facts.order(ann, "2026-02-28T23:59", 1_000);
        facts.order(ann, "2026-03-01T00:00", 1_000);
        earning.earn(TODAY);

        assertThat(given()).containsExactly(10L, 50L);
        assertThat(rules.rule(rule).versions()).hasSize(2);
        assertThat(rules.rule(rule).versions().getLast().lastDay()).hasValue(LocalDate.parse("2026-02-28"));

        rules.change(
                rule, rules.rule(rule).latest().number(), PlainRules.from("2026-02-01", PlainRules.orders(9, ONE)));
        facts.order(ann, "2026-03-02", 1_000);
        earning.earn(TODAY);
        assertThat(given()).as("what was given stays").containsExactly(10L, 50L, 90L);
        assertThat(rules.rule(rule).versions().get(1).never()).isTrue();
    }

    @Test
    void aMergedUserKeepsWhatItsFactsBrought() {
        rules.create("Shopping", PlainRules.terms(PlainRules.orders(1, ONE)));
        sales.order("A1", bob, "ORDER", "2026-02-01", 10_000, 1);
        earning.earn(TODAY);
        merging.merge(ann, bob);
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
        assertThat(balance(ann)).isEqualTo(100);
    }

    private void activity(UserId user, String type, String day, int count) {
        jdbc.sql("""
                        insert into activity.behaviour (user_id, type, happened_at, count, intake_id)
                        values (:user, :type, (:day || ' 12:00+08')::timestamptz, :count, 1)
                        """)
                .param("user", user.value())
                .param("type", type)
                .param("day", day)
                .param("count", count)
                .update();
    }

    private List<Long> given() {
        return jdbc.sql("select amount from points.earned_fact order by day, fact_id")
                .query(Long.class)
                .list();
    }

    private long balance(UserId user) {
        return ledger.balance(user, LocalDate.parse("2026-12-31")).total().value();
    }
}
