package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserHold;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was paid for goes along into whom one is merged, and keeps the user. */
@WellspringTest
@AsStaff
class MergingWhoPaidTests {

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
    private UserMerging merging;

    @Autowired
    private MembershipNeedsUsers needs;

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
    void whatBothPaidForStaysAsItWasBoughtInAMerge() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        rows.evaluate("2024-02-01");
        paid.start(bob, gold, day("2024-02-01"), "k2");
        merging.merge(ann, bob);
        assertThat(reading.terms(ann)).hasSize(2);
        assertThat(rows.standing(ann).dueOn()).as("up to the later end").contains(day("2024-05-01"));
        assertThat(paid.start(bob, gold, day("2024-02-01"), "k2").user()).isEqualTo(ann);
        rows.evaluate("2024-05-01");
        assertThat(rows.of(ann)).endsWith("[2024-05-01,) 1 PAID_END null");
    }

    @Test
    void whatOneEarnedIsWhereTheOtherWhoPaidGoesBackToAfterAMerge() {
        facts.order(bob, "2024-01-10", 100_000);
        rows.evaluate("2024-01-10");
        paid.start(ann, platinum, day("2024-01-10"), "k1");
        merging.merge(ann, bob);
        rows.evaluate("2024-01-11");
        assertThat(rows.rank(ann)).isEqualTo(3);
        rows.evaluate("2024-02-10");
        assertThat(rows.of(ann)).endsWith("[2024-02-10,) 2 PAID_END 2025-01-10");
    }

    @Test
    void whoPaidTakesTheTierAlongIntoWhomTheyAreMerged() {
        facts.order(ann, "2024-01-10", 100_000);
        rows.evaluate("2024-01-10");
        paid.start(bob, platinum, day("2024-01-10"), "k1");
        merging.merge(ann, bob);
        assertThat(rows.rank(ann)).isEqualTo(3);
        assertThat(tiering.drift(10)).isZero();
        rows.evaluate("2024-02-10");
        assertThat(rows.of(ann)).endsWith("[2024-02-10,) 2 PAID_END 2025-01-10");
    }

    @Test
    void whoPaidStaysWhenAnImportIsUndone() {
        paid.start(ann, gold, day("2024-01-01"), "k1");
        List<UserHold> held = new ArrayList<>();
        needs.usersNeeded(1, held::add);
        assertThat(held).containsExactly(new UserHold(ann, "HAS_TIER"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
