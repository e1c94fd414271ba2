package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.points.BulkGrant.State;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes beyond the limits of a manager another one has to approve; Eve asked, or has to be asked. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ApprovingGrantsTests {

    @Autowired
    private BulkGrants grants;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsAdjustments adjustments;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Rows rows;
    private Purses purses;
    private ThankYous thanks;
    private UserId ann;
    private UserId bob;
    private UserId cleo;

    @BeforeEach
    void people() {
        rows = new Rows(jdbc);
        purses = new Purses(ledger, clock);
        thanks = new ThankYous(grants, jdbc);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        cleo = facts.user("cleo", "2026-01-01");
    }

    @Test
    void whatOneManagerGrantsInOneDayCountsTogether() {
        thanks.limit(1000, 300);
        assertThat(grants.rehearse(ThankYous.terms(100), ThankYous.to(ann, bob, cleo))
                        .waits())
                .isFalse();
        assertThat(grants.rehearse(ThankYous.terms(101), ThankYous.to(ann, bob, cleo))
                        .waits())
                .isTrue();

        thanks.grant(100, ann, bob);
        assertThat(grants.rehearse(ThankYous.terms(100), ThankYous.to(cleo)).waits())
                .isFalse();
        assertThat(grants.rehearse(ThankYous.terms(101), ThankYous.to(cleo)).waits())
                .isTrue();
    }

    @Test
    void nobodyGetsMoreThanByAdjustments() {
        thanks.limit(1000, 100_000);
        assertThat(grants.rehearse(ThankYous.terms(1001), ThankYous.to(ann)).waits())
                .isTrue();
        adjustments.adjust(ann, UUID.randomUUID(), new Points(400), Optional.empty(), "put right");
        thanks.grant(500, ann, bob);
        jobs.runPending();

        assertThat(grants.rehearse(ThankYous.terms(100), ThankYous.to(ann, bob)).waits())
                .isFalse();
        assertThat(grants.rehearse(ThankYous.terms(101), ThankYous.to(ann, bob)).waits())
                .isTrue();
        assertThat(grants.rehearse(ThankYous.terms(500), ThankYous.to(bob)).waits())
                .isFalse();
        assertThat(adjustments.adjust(ann, UUID.randomUUID(), new Points(101), Optional.empty(), "more"))
                .isEqualTo(PointsAdjustments.Outcome.WAITS);
        assertThat(adjustments.adjust(ann, UUID.randomUUID(), new Points(100), Optional.empty(), "more"))
                .isEqualTo(PointsAdjustments.Outcome.DONE);
    }

    @Test
    void beyondTheLimitAnotherManagerDecides() {
        thanks.limit(1000, 199);
        long grant = thanks.grant(100, ann, bob);
        jobs.runPending();
        assertThat(purses.balance(ann)).isZero();
        assertThat(grants.waiting(1, 10).rows())
                .singleElement()
                .satisfies(one -> assertThat(one.own()).isTrue());
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(OwnGrant.class);
        assertThatThrownBy(() -> grants.decline(grant, "no budget")).isInstanceOf(OwnGrant.class);

        thanks.letEveAsk();
        grants.approve(grant);
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(GrantDecided.class);
        jobs.runPending();

        assertThat(purses.balance(ann)).isEqualTo(100);
        assertThat(thanks.entries(grant)).hasSize(2);
        assertThat(jdbc.sql("select distinct by_name from points.entry")
                        .query(String.class)
                        .list())
                .containsExactly("Eve");
        assertThat(thanks.trail())
                .containsExactly("points.grant-requested", "points.grant-approved", "points.grant-done");
        assertThat(grants.rehearse(ThankYous.terms(199), ThankYous.to(ann)).waits())
                .isFalse();
    }

    @Test
    void whatIsDeclinedIsNotGiven() {
        thanks.limit(1000, 0);
        long grant = thanks.grant(100, ann);
        thanks.letEveAsk();
        assertThatThrownBy(() -> grants.decline(grant, "")).isInstanceOf(ReasonMissing.class);
        grants.decline(grant, "no budget");
        jobs.runPending();

        assertThat(purses.balance(ann)).isZero();
        assertThat(grants.find(grant).state()).isEqualTo(State.DECLINED);
        assertThat(grants.find(grant).decided().orElseThrow().why()).isEqualTo("no budget");
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
    }

    @Test
    void whatIsApprovedTooLateIsRefused() {
        thanks.limit(1000, 0);
        GrantTerms terms = new GrantTerms("May", new Points(5), "thanks", Optional.of(clock.today()));
        long grant = grants.grant(UUID.randomUUID(), terms, ThankYous.to(ann), 1);
        thanks.letEveAsk();
        jdbc.sql("update points.bulk_grant set day = day - 2, expires_on = expires_on - 1")
                .update();

        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(ExpiresBeforeItBegins.class);
        assertThat(grants.find(grant).state()).isEqualTo(State.WAITING);
    }
}
