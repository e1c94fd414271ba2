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
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A rule says which segments it is for, and what it gives while they wait, pause or are put away. Each order of 10.00 would bring ten points. */
@WellspringTest
@AsStaff
class LimitingRulesTests {

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
    private JdbcClient jdbc;

    private Orders orders;
    private PaperSegments segments;
    private UserId ann;
    private UserId bob;
    private long vips;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        orders = new Orders(facts, jdbc);
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
    void factsWaitUntilTheMembersAreKnown() {
        long gold = segments.create("Gold");
        segments.refresh(gold, "2026-01-01T00:10", ann);
        rules.create("VIP", PlainRules.limited(vips, gold));
        rules.create("All", PlainRules.limited().onlyFor(Set.of()));
        orders.place(ann, "2026-02-25T12:00");

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
        rules.create("VIP", PlainRules.limited(vips));
        orders.place(ann, "2026-05-01T12:00");
        orders.place(bob, "2026-05-01T12:00");

        earning.earn(TODAY);

        assertThat(balance(ann)).isEqualTo(10);
        assertThat(balance(bob)).isZero();
        assertThat(rules.segments()).extracting(RuleSegment::standing).containsExactly(Standing.PAUSED);
    }

    @Test
    void nobodyIsInAnArchivedSegmentFromThenOn() {
        segments.refresh(vips, "2026-05-01T00:10", ann);
        long rule = rules.create("VIP", PlainRules.limited(vips));
        assertThat(rules.limitedTo(vips)).extracting(EarningRule::name).containsExactly("VIP");
        book.archive(vips);
        jdbc.sql("update segments.segment set changed_at = timestamptz '2026-05-01 12:00+08'")
                .update();
        orders.place(ann, "2026-05-01T11:59:59", "2026-05-01T12:00");

        earning.earn(TODAY);

        assertThat(orders.given()).containsExactly(10L, 0L);
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
        rules.create("VIP", PlainRules.limited(vips));
        book.archive(vips);
        orders.place(ann, "2011-12-09T23:59:59", "2011-12-10T00:00");

        earning.earn(TODAY);

        assertThat(orders.given()).containsExactly(10L, 0L);
    }

    @Test
    void aRehearsalKeepsToTheSegments() {
        segments.refresh(vips, "2026-02-01T00:10");
        segments.refresh(vips, "2026-05-10T12:00", ann);
        orders.place(ann, "2026-05-09T12:00", "2026-05-10T12:00", "2026-05-11T12:00");
        orders.place(bob, "2026-05-11T12:00");
        LocalDate from = LocalDate.parse("2026-05-01");
        LocalDate to = LocalDate.parse("2026-05-30");

        assertThat(rules.rehearse(PlainRules.limited(vips), from, to))
                .isEqualTo(new RuleRehearsal(from, to, 2, 2, 1, 20));
        assertThat(rules.rehearse(PlainRules.limited().onlyFor(Set.of()), from, to))
                .isEqualTo(new RuleRehearsal(from, to, 4, 4, 2, 40));
        assertThat(rules.rehearse(PlainRules.limited(segments.create("Nobody yet")), from, to))
                .isEqualTo(new RuleRehearsal(from, to, 0, 0, 0, 0));
        rules.create("VIP", PlainRules.limited(vips));
        assertThat(earning.earn(TODAY).points()).isEqualTo(20);
    }

    @Test
    void aRuleSaysWhomItIsForAndTheTrailNamesThem() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        long gold = segments.create("Gold");
        long rule = rules.create("VIP", PlainRules.limited(vips));
        rules.change(rule, rules.rule(rule).latest().number(), PlainRules.limited(vips));
        rules.change(rule, rules.rule(rule).latest().number(), PlainRules.limited(vips, gold));
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
        assertThatThrownBy(() -> rules.create("Of none", PlainRules.limited(99L)))
                .isInstanceOf(RuleSegmentUnfit.class);
        assertThat(rules.rules()).hasSize(1);
    }

    @Test
    void aRuleThatEndedUsesItsSegmentsNoLonger() {
        segments.refresh(vips, "2026-02-01T00:10", ann);
        rules.create(
                "Ended",
                new EarningTerms(
                        PlainRules.limited().basis(),
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
        long rule = rules.create("All", PlainRules.limited().onlyFor(Set.of()));
        for (int time = 0; time < 2; time++) {
            jdbc.sql(SqlFiles.sql("points/insert-version-segments"))
                    .param("rule", rule)
                    .param("version", 1)
                    .param("segments", "3,4")
                    .update();
        }
        assertThat(rules.rule(rule).latest().terms().segments()).containsExactlyInAnyOrder(3L, 4L);
    }

    private long balance(UserId user) {
        return ledger.balance(user, LocalDate.parse("2026-12-31")).total().value();
    }
}
