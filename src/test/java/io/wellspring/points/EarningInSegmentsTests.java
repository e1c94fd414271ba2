package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningBasis.OrderAmount;
import io.wellspring.points.RuleSegment.Standing;
import io.wellspring.segments.SegmentBook;
import io.wellspring.shared.Money;
import io.wellspring.shared.SqlFiles;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
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
    private SegmentBook book;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private PaperSegments segments;
    private UserId ann;
    private UserId bob;
    private long vips;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
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
        rules.create("VIP", terms(vips));
        orders(
                ann,
                "2026-02-10T12:00",
                "2026-03-01T11:59:59",
                "2026-03-01T12:00",
                "2026-04-01T11:59:59",
                "2026-04-01T12:00");
        orders(bob, "2026-03-02T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(6, 20, 0, 0));
        assertThat(given()).containsExactly(0L, 0L, 10L, 0L, 10L, 0L);
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
    }

    @Test
    void whatTheFirstDayEndedWithHoldsForAllTimeBefore() {
        segments.refresh(vips, "2026-03-01T09:00", bob);
        segments.refresh(vips, "2026-03-01T15:00", ann);
        segments.refresh(vips, "2026-03-02T00:00");
        rules.create("VIP", terms(vips));
        orders(ann, "2026-01-15T12:00", "2026-03-01T10:00", "2026-03-01T23:59:59", "2026-03-02T00:00");
        orders(bob, "2026-01-15T12:00", "2026-03-01T10:00");

        earning.earn(TODAY);

        assertThat(balance(ann)).isEqualTo(30);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void figuresOfLongAgoSpeakOfLongAgo() {
        segments.refresh(vips, "2026-06-01T10:00", LocalDate.parse("2011-12-09"), ann);
        segments.refresh(vips, "2026-06-20T10:00", LocalDate.parse("2011-12-09"), bob);
        segments.refresh(vips, "2026-06-25T10:00", LocalDate.parse("2012-01-09"), ann);
        rules.create("VIP", terms(vips));
        orders(bob, "2011-12-01T12:00", "2012-01-09T23:59:59", "2012-01-10T00:00");
        orders(ann, "2011-12-01T12:00", "2012-01-09T23:59:59", "2012-01-10T00:00");

        earning.earn(TODAY);

        assertThat(balance(bob)).as("the rule put right on the same figures").isEqualTo(20);
        assertThat(balance(ann)).as("by the figures of January").isEqualTo(10);
    }

    @Test
    void whatWasLookedAtStaysLookedAt() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", ann);
        long rule = rules.create("VIP", terms(vips));
        orders(ann, "2026-02-10T12:00");
        orders(bob, "2026-02-10T12:00");
        earning.earn(TODAY);

        segments.refresh(vips, "2026-06-30T12:00", ann, bob);
        rules.change(rule, rules.rule(rule).latest().number(), terms().onlyFor(Set.of()));
        orders(bob, "2026-02-11T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
        assertThat(earning.earn(TODAY).facts()).isZero();
        assertThat(count("points.earned_fact where outside and amount = 0 and entry_id is null"))
                .isEqualTo(2);
    }

    @Test
    void theFirstTimeIsTheFirstInside() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", ann);
        rules.create(
                "VIP",
                new EarningTerms(
                        terms().basis(),
                        100,
                        100,
                        new EarningLimits(Optional.empty(), Optional.of(125L), Optional.empty()),
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2026-01-01"),
                        Optional.empty(),
                        Set.of(vips)));
        orders(ann, "2026-02-10T12:00");
        earning.earn(TODAY);
        orders(ann, "2026-03-02T12:00", "2026-03-03T12:00", "2026-03-04T12:00");
        earning.earn(TODAY);

        assertThat(given()).as("100 on top; then what is left of the month").containsExactly(0L, 110L, 10L, 5L);
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
        rules.create("VIP", terms(vips, gold));
        orders(ann, "2026-02-25T12:00", "2026-03-02T12:00");
        orders(bob, "2026-02-25T12:00");

        earning.earn(TODAY);

        assertThat(balance(ann))
                .as("in both, and in the second only; each order once")
                .isEqualTo(20);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void factsWaitUntilTheMembersAreKnown() {
        long gold = segments.create("Gold");
        segments.refresh(gold, "2026-01-01T00:10", ann);
        rules.create("VIP", terms(vips, gold));
        rules.create("All", terms().onlyFor(Set.of()));
        orders(ann, "2026-02-25T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
        assertThat(rules.segments())
                .extracting(RuleSegment::standing)
                .containsExactly(Standing.FOLLOWED, Standing.WAITING);
        segments.refresh(vips, "2026-06-30T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
    }

    @Test
    void aPausedSegmentKeepsThoseItHas() {
        segments.refresh(vips, "2026-01-01T00:10", ann);
        jdbc.sql("update segments.segment set state = 'PAUSED', fault = 'TAG_GONE'")
                .update();
        rules.create("VIP", terms(vips));
        orders(ann, "2026-05-01T12:00");
        orders(bob, "2026-05-01T12:00");

        earning.earn(TODAY);

        assertThat(balance(ann)).isEqualTo(10);
        assertThat(balance(bob)).isZero();
        assertThat(rules.segments()).extracting(RuleSegment::standing).containsExactly(Standing.PAUSED);
    }

    @Test
    void nobodyIsInAnArchivedSegmentFromThenOn() {
        segments.refresh(vips, "2026-05-01T00:10", ann);
        long rule = rules.create("VIP", terms(vips));
        assertThat(rules.limitedTo(vips)).extracting(EarningRule::name).containsExactly("VIP");
        book.archive(vips);
        jdbc.sql("update segments.segment set changed_at = timestamptz '2026-05-01 12:00+08'")
                .update();
        orders(ann, "2026-05-01T11:59:59", "2026-05-01T12:00");

        earning.earn(TODAY);

        assertThat(given()).containsExactly(10L, 0L);
        assertThatThrownBy(() -> rules.change(
                        rule,
                        rules.rule(rule).latest().number(),
                        new EarningTerms(
                                        new OrderAmount(2, new Money(100)),
                                        0,
                                        100,
                                        EarningLimits.NONE,
                                        0,
                                        new ExpiryPolicy.Never(),
                                        LocalDate.parse("2011-01-01"),
                                        Optional.empty())
                                .onlyFor(Set.of(vips))))
                .isInstanceOf(RuleSegmentUnfit.class);
    }

    /** What was put away on figures of long ago has nobody after their day. */
    @Test
    void anArchivedSegmentOfLongAgoEndsWithItsFigures() {
        segments.refresh(vips, "2026-05-01T00:10", LocalDate.parse("2011-12-09"), ann);
        rules.create("VIP", terms(vips));
        book.archive(vips);
        orders(ann, "2011-12-09T23:59:59", "2011-12-10T00:00");

        earning.earn(TODAY);

        assertThat(given()).containsExactly(10L, 0L);
    }

    @Test
    void whoStaysAfterAMergeIsInWhatEitherWasIn() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-03-01T12:00", bob);
        rules.create("VIP", terms(vips));
        orders(bob, "2026-03-02T12:00");
        earning.earn(TODAY);
        merging.merge(ann, bob);
        orders(ann, "2026-02-28T12:00", "2026-03-03T12:00");

        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(2, 10, 0, 0));
        assertThat(balance(ann)).isEqualTo(20);
        assertThat(given()).containsExactly(0L, 10L, 10L);
    }

    @Test
    void outsidersLeaveWithTheirFacts() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create("VIP", terms(vips));
        orders(bob, "2026-03-02T12:00");
        earning.earn(TODAY);
        assertThat(count("points.earned_fact")).isEqualTo(1);

        jdbc.sql("delete from activity.order_fact").update();
        earning.earn(TODAY);

        assertThat(count("points.earned_fact")).isZero();
    }

    @Test
    void aRehearsalKeepsToTheSegments() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-05-10T12:00", ann);
        orders(ann, "2026-05-09T12:00", "2026-05-10T12:00", "2026-05-11T12:00");
        orders(bob, "2026-05-11T12:00");
        LocalDate from = LocalDate.parse("2026-05-01");
        LocalDate to = LocalDate.parse("2026-05-30");

        assertThat(rules.rehearse(terms(vips), from, to)).isEqualTo(new RuleRehearsal(from, to, 2, 2, 1, 20));
        assertThat(rules.rehearse(terms().onlyFor(Set.of()), from, to))
                .isEqualTo(new RuleRehearsal(from, to, 4, 4, 2, 40));
        assertThat(rules.rehearse(terms(segments.create("Nobody yet")), from, to))
                .isEqualTo(new RuleRehearsal(from, to, 0, 0, 0, 0));
        rules.create("VIP", terms(vips));
        assertThat(earning.earn(TODAY).points()).isEqualTo(20);
    }

    @Test
    void anIntakeIsLookedAtAsTheWholeIs() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create("VIP", terms(vips));
        facts.order(ann, "2026-03-01T12:00", 1_000, 7);
        facts.order(bob, "2026-03-01T12:00", 1_000, 7);
        facts.order(ann, "2026-03-01T12:00", 1_000, 8);

        assertThat(earning.earnFrom(7, TODAY)).isEqualTo(new PointsEarning.Earned(2, 10, 0, 0));
        assertThat(earning.earn(TODAY)).isEqualTo(new PointsEarning.Earned(1, 10, 0, 0));
    }

    @Test
    void aRuleSaysWhomItIsForAndTheTrailNamesThem() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        long gold = segments.create("Gold");
        long rule = rules.create("VIP", terms(vips));
        rules.change(rule, rules.rule(rule).latest().number(), terms(vips));
        rules.change(rule, rules.rule(rule).latest().number(), terms(vips, gold));
        book.describe(gold, "Golden", "");

        assertThat(rules.rule(rule).versions())
                .extracting(version -> version.terms().segments())
                .containsExactly(Set.of(vips, gold), Set.of(vips));
        assertThat(jdbc.sql(
                                "select after ->> 'segments' from audit.entry where action = 'points.rule-saved' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("[\"VIPs\"]", "[\"VIPs\", \"Gold\"]");
        assertThat(rules.segments()).extracting(RuleSegment::name).containsExactly("Golden", "VIPs");
        assertThatThrownBy(() -> rules.create("Of none", terms(99L))).isInstanceOf(RuleSegmentUnfit.class);
        assertThat(rules.rules()).hasSize(1);
    }

    @Test
    void aRuleThatEndedUsesItsSegmentsNoLonger() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create(
                "Ended",
                new EarningTerms(
                        terms().basis(),
                        0,
                        100,
                        EarningLimits.NONE,
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2020-01-01"),
                        Optional.of(LocalDate.parse("2020-01-31")),
                        Set.of(vips)));

        assertThat(rules.limitedTo(vips)).isEmpty();
        assertThat(rules.limitedTo(vips + 1)).isEmpty();
    }

    @Test
    void limitingAVersionTwiceIsLimitingItOnce() {
        long rule = rules.create("All", terms().onlyFor(Set.of()));
        for (int time = 0; time < 2; time++) {
            jdbc.sql(SqlFiles.sql("points/insert-version-segments"))
                    .param("rule", rule)
                    .param("version", 1)
                    .param("segments", "3,4")
                    .update();
        }
        assertThat(rules.rule(rule).latest().terms().segments()).containsExactlyInAnyOrder(3L, 4L);
    }

    private static EarningTerms terms(Long... limit) {
        return new EarningTerms(
                        new OrderAmount(1, new Money(100)),
                        0,
                        100,
                        EarningLimits.NONE,
                        0,
                        new ExpiryPolicy.Never(),
                        LocalDate.parse("2011-01-01"),
                        Optional.empty())
                .onlyFor(Set.of(limit));
    }

    private void orders(UserId user, String... moments) {
        for (String moment : moments) {
            facts.order(user, moment, 1_000);
        }
    }

    /** By time; at one moment ann's first. */
    private List<Long> given() {
        return jdbc.sql("""
                        select f.amount
                        from points.earned_fact f
                        join activity.order_fact o on o.user_id = f.user_id and o.order_id = f.fact_id
                        order by o.paid_at, o.user_id
                        """).query(Long.class).list();
    }

    private long balance(UserId user) {
        return ledger.balance(user, LocalDate.parse("2026-12-31")).total().value();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
