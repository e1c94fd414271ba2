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
import io.wellspring.users.UserMerging;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager thinks better of a grant: what was not given yet is cancelled, what is left of the rest taken back. */
@WellspringTest
@AsStaff(Role.MANAGER)
class TakingGrantsBackTests {

    @Autowired
    private BulkGrants grants;

    @Autowired
    private GrantWork work;

    @Autowired
    private JobsInTests jobs;

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
    void whatIsLeftIsTakenBackAndNobodyOwesIt() {
        long grant = thanks.grant(100, ann, bob, cleo);
        jobs.runPending();
        purses.spend(ann, 40);
        purses.spend(bob, 100);
        grants.takeBack(grant);
        assertThatThrownBy(() -> grants.takeBack(grant)).isInstanceOf(GrantDecided.class);
        jobs.runPending();
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(List.of(purses.balance(ann), purses.balance(bob), purses.balance(cleo)))
                .containsExactly(0L, 0L, 0L);
        assertThat(grants.find(grant)).satisfies(back -> {
            assertThat(back.state()).isEqualTo(State.TAKEN_BACK);
            assertThat(back.figures())
                    .isEqualTo(new BulkGrant.Figures(
                            3, 300, 0, 0, 0, 2, 160, back.figures().at()));
            assertThat(back.figures().spent()).isEqualTo(140);
        });
        assertThat(thanks.entries(grant))
                .contains("REVERSE_EARN -60 thanks ann", "REVERSE_EARN -100 thanks cleo")
                .hasSize(5);
        assertThat(thanks.trail())
                .containsExactly("points.granted", "points.grant-done", "points.grant-taken-back", "points.grant-back");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whoIsMergedAfterwardsIsTakenBackFromForBoth() {
        long grant = thanks.grant(100, ann, bob);
        jobs.runPending();
        merging.merge(ann, bob);
        assertThat(purses.balance(ann)).isEqualTo(200);

        grants.takeBack(grant);
        jobs.runPending();

        assertThat(purses.balance(ann)).isZero();
        assertThat(grants.find(grant).figures().takenBack()).isEqualTo(200);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aCancelledGrantGivesNothing() {
        long grant = thanks.grant(100, ann);
        grants.cancel(grant);
        jobs.runPending();

        assertThat(purses.balance(ann)).isZero();
        assertThat(grants.find(grant).state()).isEqualTo(State.CANCELLED);
        assertThat(rows.count("points.grantee")).isZero();
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.takeBack(grant)).isInstanceOf(GrantDecided.class);
        assertThat(thanks.trail()).containsExactly("points.granted", "points.grant-cancelled");
    }

    @Test
    void whatIsDoneIsNotCancelled() {
        long grant = thanks.grant(100, ann);
        jobs.runPending();

        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.cancel(999)).isInstanceOf(UnknownGrant.class);
    }
}
