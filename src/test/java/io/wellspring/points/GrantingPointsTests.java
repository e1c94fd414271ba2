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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A manager of the staff grants points to ann, bob and cleo at once; each gets them once, in the background. */
@WellspringTest
@AsStaff(Role.MANAGER)
class GrantingPointsTests {

    @Autowired
    private BulkGrants grants;

    @Autowired
    private GrantWork work;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsSums sums;

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
    void theRehearsalTellsAndKeepsNothing() {
        owes(bob, 30);
        owes(cleo, 200);

        GrantRehearsal rehearsal =
                grants.rehearse(ThankYous.terms(100), ThankYous.to(ann, bob, cleo, cleo, new UserId(999)));

        assertThat(rehearsal).isEqualTo(new GrantRehearsal(4, 3, new Points(300), 2, new Points(130), false));
        assertThat(rehearsal.gone()).isEqualTo(1);
        assertThat(grants.all(1, 10).total()).isZero();
        assertThat(rows.count("points.grantee")).isZero();
    }

    @Test
    void everybodyGetsItInTheBackgroundOnce() {
        owes(bob, 30);
        owes(cleo, 200);

        long grant = thanks.grant(100, ann, bob, cleo);
        assertThat(grants.find(grant).state()).isEqualTo(State.QUEUED);
        assertThat(purses.balance(ann)).isZero();
        jobs.runPending();
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(List.of(purses.balance(ann), purses.balance(bob), purses.balance(cleo)))
                .containsExactly(100L, 70L, -100L);
        assertThat(grants.find(grant)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.figures())
                    .isEqualTo(new BulkGrant.Figures(
                            3, 300, 130, 170, 0, 0, 0, done.figures().at()));
            assertThat(done.figures().spent()).isZero();
        });
        assertThat(thanks.entries(grant))
                .containsExactly("EARN 100 thanks ann", "EARN 100 thanks bob", "EARN 100 thanks cleo");
        assertThat(thanks.trail()).containsExactly("points.granted", "points.grant-done");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void pointsAreGoodThroughTheLastDay() {
        LocalDate today = clock.today();
        GrantTerms terms = new GrantTerms("May", new Points(5), "thanks", Optional.of(today));
        grants.grant(UUID.randomUUID(), terms, ThankYous.to(ann), 1);
        jobs.runPending();

        assertThat(ledger.lots(ann)).singleElement().satisfies(lot -> {
            assertThat(lot.availableFrom()).isEqualTo(today);
            assertThat(lot.lastDay()).contains(today);
        });
        GrantTerms over = new GrantTerms("May", new Points(5), "thanks", Optional.of(today.minusDays(1)));
        assertThatThrownBy(() -> grants.rehearse(over, ThankYous.to(ann))).isInstanceOf(ExpiresBeforeItBegins.class);
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), over, ThankYous.to(ann), 1))
                .isInstanceOf(ExpiresBeforeItBegins.class);
    }

    @Test
    void aFormSentTwiceIsOneGrant() {
        UUID form = UUID.randomUUID();
        long first = grants.grant(form, ThankYous.terms(10), ThankYous.to(ann), 1);
        long second = grants.grant(form, ThankYous.terms(10), ThankYous.to(ann, bob), 1);
        jobs.runPending();

        assertThat(second).isEqualTo(first);
        assertThat(purses.balance(ann)).isEqualTo(10);
        assertThat(purses.balance(bob)).isZero();
    }

    @Test
    void othersThanRehearsedAreRefused() {
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), ThankYous.terms(10), ThankYous.to(ann, bob), 1))
                .isInstanceOf(GranteesChanged.class);
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), ThankYous.terms(10), ThankYous.to(new UserId(999)), 0))
                .isInstanceOf(GranteesChanged.class);
        assertThat(rows.count("points.bulk_grant")).isZero();
    }

    @Test
    void whoIsMergedBeforeItRunsGetsItOnce() {
        long grant = thanks.grant(100, ann, bob, cleo);
        merging.merge(ann, bob);
        jobs.runPending();

        assertThat(purses.balance(ann)).isEqualTo(100);
        assertThat(purses.balance(cleo)).isEqualTo(100);
        assertThat(grants.find(grant).figures().users()).isEqualTo(2);
        assertThat(grants.users(grants.find(grant), 1, 10).rows())
                .extracting(one -> one.user() + " " + one.share().isPresent())
                .containsExactly(ann + " true", ann + " false", cleo + " true");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whoIsGoneGetsNothing() {
        long grant = thanks.grant(100, ann, bob);
        jdbc.sql("delete from users.identity where user_id = :user")
                .param("user", bob.value())
                .update();
        jdbc.sql("delete from users.users where user_id = :user")
                .param("user", bob.value())
                .update();
        jobs.runPending();

        assertThat(grants.find(grant).figures().users()).isEqualTo(1);
        assertThat(rows.count("points.account")).isEqualTo(1);
    }

    @Test
    void whatBecameOfItIsAddedUpAtNight() {
        long grant = thanks.grant(100, ann, bob);
        jobs.runPending();
        purses.spend(ann, 40);
        sums.addUp(clock.today());

        assertThat(grants.find(grant).figures().left()).isEqualTo(160);
        assertThat(grants.find(grant).figures().spent()).isEqualTo(40);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new GrantTerms(" ", new Points(1), "why", Optional.empty()))
                .isInstanceOf(GrantNameMissing.class);
        assertThatThrownBy(() -> new GrantTerms("May", Points.ZERO, "why", Optional.empty()))
                .isInstanceOf(PointsOutOfRange.class);
        assertThatThrownBy(() -> new GrantTerms("May", new Points(1), " ", Optional.empty()))
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> grants.rehearse(ThankYous.terms(Points.MOST / 2 + 1), ThankYous.to(ann, bob)))
                .isInstanceOf(PointsOutOfRange.class);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsDoNotGrant() {
        assertThatThrownBy(() -> grants.rehearse(ThankYous.terms(1), ThankYous.to(ann)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> thanks.grant(1, ann)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grants.takeBack(1)).isInstanceOf(AccessDeniedException.class);
    }

    private void owes(UserId user, long points) {
        Earning earned = new Earning(
                user,
                new Points(points),
                new BusinessKey("order:" + user),
                clock.today(),
                clock.today(),
                new ExpiryPolicy.Never(),
                new Cause("order", ""));
        ledger.earn(earned);
        purses.spend(user, points);
        ledger.reverseEarn(new Reversal(
                earned.key(),
                Optional.empty(),
                new BusinessKey("refund:" + user),
                clock.today(),
                new Cause("order", "")));
    }
}
