package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.PointsAdjustments.Outcome;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.StaffMember;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Ann of the staff adjusts bob's points, alone up to a thousand a day; beyond that Eve has to agree. */
@WellspringTest
@AsStaff(Role.MANAGER)
class AdjustingPointsTests {

    @Autowired
    private PointsAdjustments adjustments;

    @Autowired
    private AdjustmentBatch batch;

    @Autowired
    private PointsSettings settings;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private UserMerging merging;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private UserId bob;

    @BeforeEach
    void people() {
        bob = new Facts(jdbc).user("bob", "2026-01-01");
    }

    @Test
    void upToTheLimitStandsAtOnce() {
        assertThat(adjust(1000)).isEqualTo(Outcome.DONE);

        assertThat(balance()).isEqualTo(1000);
        assertThat(adjustments.waiting()).isZero();
        assertThat(trail()).containsExactly("points.adjusted");
    }

    @Test
    void oneMoreWaits() {
        assertThat(adjust(1001)).isEqualTo(Outcome.WAITS);

        assertThat(balance()).isZero();
        assertThat(adjustments.waiting(1, 10).rows()).singleElement().satisfies(request -> {
            assertThat(request.amount()).isEqualTo(new Points(1001));
            assertThat(request.own()).isTrue();
        });
        assertThat(trail()).containsExactly("points.adjustment-requested");
    }

    @Test
    void whatOneManagerDoesInOneDayCountsTogether() {
        assertThat(adjust(600)).isEqualTo(Outcome.DONE);
        assertThat(adjust(-300)).isEqualTo(Outcome.DONE);
        assertThat(adjust(101)).isEqualTo(Outcome.WAITS);
        assertThat(adjust(100)).isEqualTo(Outcome.DONE);

        assertThat(balance()).isEqualTo(400);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aFormSentTwiceIsOneAdjustment() {
        UUID small = UUID.randomUUID();
        UUID large = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            assertThat(adjust(small, 700)).isEqualTo(Outcome.DONE);
            assertThat(adjust(large, 5000)).isEqualTo(Outcome.WAITS);
        }

        assertThat(balance()).isEqualTo(700);
        assertThat(adjustments.waiting()).isEqualTo(1);
        assertThat(trail()).containsExactly("points.adjusted", "points.adjustment-requested");
    }

    @Test
    void nobodyDecidesOnTheirOwn() {
        adjust(5000);
        long request = waiting();

        assertThatThrownBy(() -> adjustments.approve(request)).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> adjustments.decline(request, "no budget")).isInstanceOf(OwnRequest.class);
        assertThatThrownBy(() -> adjustments.approve(999)).isInstanceOf(UnknownRequest.class);
        assertThat(balance()).isZero();
    }

    @Test
    void anotherApprovesOnce() {
        adjust(5000);
        long request = waiting();
        askedByEve();

        adjustments.approve(request);

        assertThat(balance()).isEqualTo(5000);
        assertThat(adjust(1000)).as("what is approved is not one of their own").isEqualTo(Outcome.DONE);
        assertThatThrownBy(() -> adjustments.approve(request)).isInstanceOf(DecidedAlready.class);
        assertThatThrownBy(() -> adjustments.decline(request, "no budget")).isInstanceOf(DecidedAlready.class);
        assertThat(adjustments.decided(1, 10).rows())
                .singleElement()
                .satisfies(decided -> assertThat(decided.state()).isEqualTo(AdjustmentRequest.State.APPROVED));
        assertThat(trail())
                .containsExactly("points.adjustment-requested", "points.adjustment-approved", "points.adjusted");
    }

    @Test
    void whatIsDecidedStays() {
        adjust(5000);
        long request = waiting();
        askedByEve();
        adjustments.decline(request, "no budget");

        batch.decide(
                request,
                AdjustmentRequest.State.APPROVED,
                "",
                new StaffMember(7, "cid@example.org", "Cid", Role.MANAGER),
                clock.now());

        assertThat(adjustments.decided(1, 10).rows())
                .extracting(AdjustmentRequest::state)
                .containsExactly(AdjustmentRequest.State.DECLINED);
    }

    @Test
    void anotherDeclines() {
        adjust(5000);
        askedByEve();

        long request = waiting();
        assertThatThrownBy(() -> adjustments.decline(request, " ")).isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> adjustments.decline(request, "x".repeat(301))).isInstanceOf(ReasonMissing.class);
        assertThat(adjustments.waiting()).isEqualTo(1);

        adjustments.decline(request, " no budget ");

        assertThat(balance()).isZero();
        assertThat(adjustments.waiting()).isZero();
        assertThat(adjustments.decided(1, 10).rows())
                .singleElement()
                .satisfies(decided ->
                        assertThat(decided.decision().orElseThrow().why()).isEqualTo("no budget"));
        assertThat(trail()).containsExactly("points.adjustment-requested", "points.adjustment-declined");
        assertThat(jdbc.sql(
                                "select after ->> 'declined-because' from audit.entry where action = 'points.adjustment-declined'")
                        .query(String.class)
                        .single())
                .isEqualTo("no budget");
    }

    @Test
    void whoAskedWithdraws() {
        adjust(5000);
        long request = waiting();
        assertThat(adjustments.waiting(bob)).hasSize(1);

        adjustments.withdraw(request);

        assertThat(balance()).isZero();
        assertThat(adjustments.waiting(bob)).isEmpty();
        assertThat(adjustments.decided(1, 10).rows())
                .extracting(AdjustmentRequest::state)
                .containsExactly(AdjustmentRequest.State.WITHDRAWN);
        assertThatThrownBy(() -> adjustments.withdraw(request)).isInstanceOf(RequestWithdrawn.class);
        assertThatThrownBy(() -> adjustments.approve(request)).isInstanceOf(RequestWithdrawn.class);
        assertThat(trail()).containsExactly("points.adjustment-requested", "points.adjustment-withdrawn");
    }

    @Test
    void nobodyWithdrawsForAnother() {
        adjust(5000);
        long request = waiting();
        askedByEve();
        assertThatThrownBy(() -> adjustments.withdraw(request)).isInstanceOf(RequestOfAnother.class);
        assertThatThrownBy(() -> adjustments.withdraw(999)).isInstanceOf(UnknownRequest.class);
        assertThat(adjustments.waiting()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereAnyMoreGoesOnWaiting() {
        adjust(900);
        settings(500);
        assertThat(adjust(-900)).isEqualTo(Outcome.WAITS);
        long request = waiting();
        askedByEve();
        ledger.spend(new Spending(bob, new Points(1), new BusinessKey("s"), clock.today(), new Cause("test", "")));

        assertThatThrownBy(() -> adjustments.approve(request)).isInstanceOf(InsufficientPoints.class);
        assertThat(adjustments.waiting()).isEqualTo(1);
        assertThat(balance()).isEqualTo(899);
    }

    @Test
    void takesNoMoreThanThereIs() {
        assertThatThrownBy(() -> adjust(-1)).isInstanceOf(InsufficientPoints.class);
        assertThatThrownBy(() -> adjust(-5000)).isInstanceOf(InsufficientPoints.class);
        assertThatThrownBy(() -> adjust(0)).isInstanceOf(PointsOutOfRange.class);
        assertThatThrownBy(() -> adjustments.adjust(bob, UUID.randomUUID(), new Points(1), Optional.empty(), "  "))
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> adjustments.adjust(
                        bob,
                        UUID.randomUUID(),
                        new Points(9999),
                        Optional.of(clock.today().minusDays(1)),
                        "late"))
                .isInstanceOf(ExpiresBeforeItBegins.class);
    }

    @Test
    void aRequestFollowsWhoIsMerged() {
        UserId twin = new Facts(jdbc).user("twin", "2026-01-01");
        adjustments.adjust(twin, UUID.randomUUID(), new Points(5000), Optional.empty(), "thanks");
        askedByEve();
        merging.merge(bob, twin);

        adjustments.approve(waiting());

        assertThat(balance()).isEqualTo(5000);
    }

    @Test
    void managersDoNotSetTheLimit() {
        assertThatThrownBy(() -> settings.change(settings.kept().edition(), new PointsTerms(5000, 100, 0, 100_000)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(settings.terms()).isEqualTo(PointsTerms.USUAL);
    }

    @Test
    @AsStaff(Role.ADMIN)
    void adminsDoAndItIsOnRecord() {
        settings.change(settings.kept().edition(), new PointsTerms(5000, 50, 0, 100_000));
        settings.change(settings.kept().edition(), new PointsTerms(5000, 50, 0, 100_000));

        assertThat(settings.terms()).isEqualTo(new PointsTerms(5000, 50, 0, 100_000));
        assertThat(adjust(5000)).isEqualTo(Outcome.DONE);
        assertThat(trail()).containsExactly("points.settings-changed", "points.adjusted");
        assertThatThrownBy(() -> new PointsTerms(-1, 50, 0, 100_000)).isInstanceOf(SettingOutOfRange.class);
        assertThatThrownBy(() -> new PointsTerms(1, 1, 101, 100_000)).isInstanceOf(SettingOutOfRange.class);
        assertThatThrownBy(() -> new PointsTerms(1, 0, 0, 100_000)).isInstanceOf(SettingOutOfRange.class);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsDoNotAdjust() {
        assertThatThrownBy(() -> adjust(1)).isInstanceOf(AccessDeniedException.class);
    }

    private Outcome adjust(long amount) {
        return adjust(UUID.randomUUID(), amount);
    }

    private Outcome adjust(UUID form, long amount) {
        return adjustments.adjust(bob, form, new Points(amount), Optional.empty(), "put right");
    }

    private long balance() {
        return ledger.balance(bob, clock.today()).total().value();
    }

    private long waiting() {
        return adjustments.waiting(1, 10).rows().getFirst().id();
    }

    private void settings(long limit) {
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, changed_at, changed_by)
                        values (:limit, 100, timestamptz '2026-01-01', 'Eve')
                        """).param("limit", limit).update();
    }

    private void askedByEve() {
        jdbc.sql("update points.adjustment_request set requested_by = 999, requested_by_name = 'Eve'")
                .update();
    }

    private List<String> trail() {
        return jdbc.sql("select action from audit.entry where action like 'points.%' order by id")
                .query(String.class)
                .list();
    }
}
