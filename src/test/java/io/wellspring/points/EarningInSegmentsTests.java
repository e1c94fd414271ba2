package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule is for who was in a segment when it happened: ann comes and goes, bob stays outside. Each order of 10.00 would bring ten points. */
@WellspringTest
@AsStaff
class EarningInSegmentsTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

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
    private Orders orders;
    private Rows rows;
    private PaperSegments segments;
    private UserId ann;
    private UserId bob;
    private long vips;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        orders = new Orders(facts, jdbc);
        rows = new Rows(jdbc);
        segments = new PaperSegments(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
        vips = segments.create("VIPs");
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whoComesEarnsFromThatMomentUntilLeaving() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", ann);
        segments.refresh(vips, "2026-04-01T12:00");
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(
                ann,
                "2026-02-10T12:00",
                "2026-03-01T11:59:59",
                "2026-03-01T12:00",
                "2026-04-01T11:59:59",
                "2026-04-01T12:00");
        orders.place(bob, "2026-03-02T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(6, 20, 0, 0));
        assertThat(orders.given()).containsExactly(0L, 0L, 10L, 0L, 10L, 0L);
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
    }

    @Test
    void whatTheFirstDayEndedWithHoldsForAllTimeBefore() {
        segments.refresh(vips, "2026-03-01T09:00", bob);
        segments.refresh(vips, "2026-03-01T15:00", ann);
        segments.refresh(vips, "2026-03-02T00:00");
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(ann, "2026-01-15T12:00", "2026-03-01T10:00", "2026-03-01T23:59:59", "2026-03-02T00:00");
        orders.place(bob, "2026-01-15T12:00", "2026-03-01T10:00");

        earning.earn(TODAY);

        assertThat(balance(ann)).isEqualTo(30);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void figuresOfLongAgoSpeakOfLongAgo() {
        segments.refresh(vips, "2026-06-01T10:00", LocalDate.parse("2011-12-09"), ann);
        segments.refresh(vips, "2026-06-20T10:00", LocalDate.parse("2011-12-09"), bob);
        segments.refresh(vips, "2026-06-25T10:00", LocalDate.parse("2012-01-09"), ann);
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(bob, "2011-12-01T12:00", "2012-01-09T23:59:59", "2012-01-10T00:00");
        orders.place(ann, "2011-12-01T12:00", "2012-01-09T23:59:59", "2012-01-10T00:00");

        earning.earn(TODAY);

        assertThat(balance(bob)).as("the rule put right on the same figures").isEqualTo(20);
        assertThat(balance(ann)).as("by the figures of January").isEqualTo(10);
    }

    @Test
    void whatWasLookedAtStaysLookedAt() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", ann);
        long rule = rules.create("VIP", PlainRules.limited(vips));
        orders.place(ann, "2026-02-10T12:00");
        orders.place(bob, "2026-02-10T12:00");
        earning.earn(TODAY);

        segments.refresh(vips, "2026-06-30T12:00", ann, bob);
        rules.change(
                rule, rules.rule(rule).latest().number(), PlainRules.limited().onlyFor(Set.of()));
        orders.place(bob, "2026-02-11T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
        assertThat(earning.earn(TODAY).facts()).isZero();
        assertThat(rows.count("points.earned_fact where outside and amount = 0 and entry_id is null"))
                .isEqualTo(2);
    }

    @Test
    void theFirstTimeIsTheFirstInside() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", ann);
        rules.create(
                "VIP",
                new EarningTerms(
                        PlainRules.limited().basis(),
                        100,
                        100,
                        new EarningLimits(Optional.empty(), Optional.of(125L), Optional.empty()),
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2026-01-01"),
                        Optional.empty(),
                        Set.of(vips)));
        orders.place(ann, "2026-02-10T12:00");
        earning.earn(TODAY);
        orders.place(ann, "2026-03-02T12:00", "2026-03-03T12:00", "2026-03-04T12:00");
        earning.earn(TODAY);

        assertThat(orders.given())
                .as("100 on top; then what is left of the month")
                .containsExactly(0L, 110L, 10L, 5L);
    }

    @Test
    void oneOfSeveralSegmentsIsEnough() {
        long gold = segments.create("Gold");
        long others = segments.create("Others");
        segments.refresh(vips, "2026-01-01T00:10", ann);
        segments.refresh(vips, "2026-03-01T00:10");
        segments.refresh(gold, "2026-01-01T00:10");
        segments.refresh(gold, "2026-02-20T00:10", ann);
        segments.refresh(others, "2026-01-01T00:10", ann, bob);
        rules.create("VIP", PlainRules.limited(vips, gold));
        orders.place(ann, "2026-02-25T12:00", "2026-03-02T12:00");
        orders.place(bob, "2026-02-25T12:00");

        earning.earn(TODAY);

        assertThat(balance(ann))
                .as("in both, and in the second only; each order once")
                .isEqualTo(20);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void whoStaysAfterAMergeIsInWhatEitherWasIn() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", bob);
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(bob, "2026-03-02T12:00");
        earning.earn(TODAY);
        merging.merge(ann, bob);
        orders.place(ann, "2026-02-28T12:00", "2026-03-03T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(2, 10, 0, 0));
        assertThat(balance(ann)).isEqualTo(20);
        assertThat(orders.given()).containsExactly(0L, 10L, 10L);
    }

    @Test
    void outsidersLeaveWithTheirFacts() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(bob, "2026-03-02T12:00");
        earning.earn(TODAY);
        assertThat(rows.count("points.earned_fact")).isEqualTo(1);

        jdbc.sql("delete from activity.order_fact").update();
        earning.earn(TODAY);

        assertThat(rows.count("points.earned_fact")).isZero();
    }

    @Test
    void anIntakeIsLookedAtAsTheWholeIs() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create("VIP", PlainRules.limited(vips));
        facts.order(ann, "2026-03-01T12:00", 1_000, 7);
        facts.order(bob, "2026-03-01T12:00", 1_000, 7);
        facts.order(ann, "2026-03-01T12:00", 1_000, 8);

        assertThat(earning.earnFrom(7, TODAY)).isEqualTo(new PointsEarning.Earned(2, 10, 0, 0));
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
    }

    private long balance(UserId user) {
        return ledger.balance(user, LocalDate.parse("2026-12-31")).total().value();
    }
}
