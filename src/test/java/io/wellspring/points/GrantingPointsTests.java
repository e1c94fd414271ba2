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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** A manager of the staff grants points to ann, bob and cleo at once; what goes beyond the limits Eve has to approve. */
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
    private PointsAdjustments adjustments;

    @Autowired
    private PointsEarning earning;

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

    private UserId ann;
    private UserId bob;
    private UserId cleo;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        cleo = facts.user("cleo", "2026-01-01");
    }

    @Test
    void theRehearsalTellsAndKeepsNothing() {
        owes(bob, 30);
        owes(cleo, 200);

        GrantRehearsal rehearsal = grants.rehearse(terms(100), to(ann, bob, cleo, cleo, new UserId(999)));

        assertThat(rehearsal).isEqualTo(new GrantRehearsal(4, 3, new Points(300), 2, new Points(130), false));
        assertThat(rehearsal.gone()).isEqualTo(1);
        assertThat(grants.all(1, 10).total()).isZero();
        assertThat(count("points.grantee")).isZero();
    }

    @Test
    void everybodyGetsItInTheBackgroundOnce() {
        owes(bob, 30);
        owes(cleo, 200);

        long grant = grant(100, ann, bob, cleo);
        assertThat(grants.find(grant).state()).isEqualTo(State.QUEUED);
        assertThat(balance(ann)).isZero();
        jobs.runPending();
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(List.of(balance(ann), balance(bob), balance(cleo))).containsExactly(100L, 70L, -100L);
        assertThat(grants.find(grant)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.figures())
                    .isEqualTo(new BulkGrant.Figures(
                            3, 300, 130, 170, 0, 0, 0, done.figures().at()));
            assertThat(done.figures().spent()).isZero();
        });
        assertThat(entries(grant))
                .containsExactly("EARN 100 thanks ann", "EARN 100 thanks bob", "EARN 100 thanks cleo");
        assertThat(trail()).containsExactly("points.granted", "points.grant-done");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void pointsAreGoodThroughTheLastDay() {
        LocalDate today = clock.today();
        GrantTerms terms = new GrantTerms("May", new Points(5), "thanks", Optional.of(today));
        grants.grant(UUID.randomUUID(), terms, to(ann), 1);
        jobs.runPending();

        assertThat(ledger.lots(ann)).singleElement().satisfies(lot -> {
            assertThat(lot.availableFrom()).isEqualTo(today);
            assertThat(lot.lastDay()).contains(today);
        });
        GrantTerms over = new GrantTerms("May", new Points(5), "thanks", Optional.of(today.minusDays(1)));
        assertThatThrownBy(() -> grants.rehearse(over, to(ann))).isInstanceOf(ExpiresBeforeItBegins.class);
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), over, to(ann), 1))
                .isInstanceOf(ExpiresBeforeItBegins.class);
    }

    @Test
    void aFormSentTwiceIsOneGrant() {
        UUID form = UUID.randomUUID();
        long first = grants.grant(form, terms(10), to(ann), 1);
        long second = grants.grant(form, terms(10), to(ann, bob), 1);
        jobs.runPending();

        assertThat(second).isEqualTo(first);
        assertThat(balance(ann)).isEqualTo(10);
        assertThat(balance(bob)).isZero();
    }

    @Test
    void othersThanRehearsedAreRefused() {
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), terms(10), to(ann, bob), 1))
                .isInstanceOf(GranteesChanged.class);
        assertThatThrownBy(() -> grants.grant(UUID.randomUUID(), terms(10), to(new UserId(999)), 0))
                .isInstanceOf(GranteesChanged.class);
        assertThat(count("points.bulk_grant")).isZero();
    }

    @Test
    void whoIsMergedBeforeItRunsGetsItOnce() {
        long grant = grant(100, ann, bob, cleo);
        merging.merge(ann, bob);
        jobs.runPending();

        assertThat(balance(ann)).isEqualTo(100);
        assertThat(balance(cleo)).isEqualTo(100);
        assertThat(grants.find(grant).figures().users()).isEqualTo(2);
        assertThat(grants.users(grants.find(grant), 1, 10).rows())
                .extracting(one -> one.user() + " " + one.share().isPresent())
                .containsExactly(ann + " true", ann + " false", cleo + " true");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whoIsMergedAfterwardsIsTakenBackFromForBoth() {
        long grant = grant(100, ann, bob);
        jobs.runPending();
        merging.merge(ann, bob);
        assertThat(balance(ann)).isEqualTo(200);

        grants.takeBack(grant);
        jobs.runPending();

        assertThat(balance(ann)).isZero();
        assertThat(grants.find(grant).figures().takenBack()).isEqualTo(200);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whoIsGoneGetsNothing() {
        long grant = grant(100, ann, bob);
        jdbc.sql("delete from users.identity where user_id = :user")
                .param("user", bob.value())
                .update();
        jdbc.sql("delete from users.users where user_id = :user")
                .param("user", bob.value())
                .update();
        jobs.runPending();

        assertThat(grants.find(grant).figures().users()).isEqualTo(1);
        assertThat(count("points.account")).isEqualTo(1);
    }

    @Test
    void whatIsLeftIsTakenBackAndNobodyOwesIt() {
        long grant = grant(100, ann, bob, cleo);
        jobs.runPending();
        spend(ann, 40);
        spend(bob, 100);
        grants.takeBack(grant);
        assertThatThrownBy(() -> grants.takeBack(grant)).isInstanceOf(GrantDecided.class);
        jobs.runPending();
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(List.of(balance(ann), balance(bob), balance(cleo))).containsExactly(0L, 0L, 0L);
        assertThat(grants.find(grant)).satisfies(back -> {
            assertThat(back.state()).isEqualTo(State.TAKEN_BACK);
            assertThat(back.figures())
                    .isEqualTo(new BulkGrant.Figures(
                            3, 300, 0, 0, 0, 2, 160, back.figures().at()));
            assertThat(back.figures().spent()).isEqualTo(140);
        });
        assertThat(entries(grant))
                .contains("REVERSE_EARN -60 thanks ann", "REVERSE_EARN -100 thanks cleo")
                .hasSize(5);
        assertThat(trail())
                .containsExactly("points.granted", "points.grant-done", "points.grant-taken-back", "points.grant-back");
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void whatBecameOfItIsAddedUpAtNight() {
        long grant = grant(100, ann, bob);
        jobs.runPending();
        spend(ann, 40);
        sums.addUp(clock.today());

        assertThat(grants.find(grant).figures().left()).isEqualTo(160);
        assertThat(grants.find(grant).figures().spent()).isEqualTo(40);
    }

    @Test
    void aCancelledGrantGivesNothing() {
        long grant = grant(100, ann);
        grants.cancel(grant);
        jobs.runPending();

        assertThat(balance(ann)).isZero();
        assertThat(grants.find(grant).state()).isEqualTo(State.CANCELLED);
        assertThat(count("points.grantee")).isZero();
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.takeBack(grant)).isInstanceOf(GrantDecided.class);
        assertThat(trail()).containsExactly("points.granted", "points.grant-cancelled");
    }

    @Test
    void whatIsDoneIsNotCancelled() {
        long grant = grant(100, ann);
        jobs.runPending();

        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.cancel(999)).isInstanceOf(UnknownGrant.class);
    }

    @Test
    void whatOneManagerGrantsInOneDayCountsTogether() {
        limits(1000, 300);
        assertThat(grants.rehearse(terms(100), to(ann, bob, cleo)).waits()).isFalse();
        assertThat(grants.rehearse(terms(101), to(ann, bob, cleo)).waits()).isTrue();

        grant(100, ann, bob);
        assertThat(grants.rehearse(terms(100), to(cleo)).waits()).isFalse();
        assertThat(grants.rehearse(terms(101), to(cleo)).waits()).isTrue();
    }

    @Test
    void nobodyGetsMoreThanByAdjustments() {
        limits(1000, 100_000);
        assertThat(grants.rehearse(terms(1001), to(ann)).waits()).isTrue();
        adjustments.adjust(ann, UUID.randomUUID(), new Points(400), Optional.empty(), "put right");
        grant(500, ann, bob);
        jobs.runPending();

        assertThat(grants.rehearse(terms(100), to(ann, bob)).waits()).isFalse();
        assertThat(grants.rehearse(terms(101), to(ann, bob)).waits()).isTrue();
        assertThat(grants.rehearse(terms(500), to(bob)).waits()).isFalse();
        assertThat(adjustments.adjust(ann, UUID.randomUUID(), new Points(101), Optional.empty(), "more"))
                .isEqualTo(PointsAdjustments.Outcome.WAITS);
        assertThat(adjustments.adjust(ann, UUID.randomUUID(), new Points(100), Optional.empty(), "more"))
                .isEqualTo(PointsAdjustments.Outcome.DONE);
    }

    @Test
    void beyondTheLimitAnotherManagerDecides() {
        limits(1000, 199);
        long grant = grant(100, ann, bob);
        jobs.runPending();
        assertThat(balance(ann)).isZero();
        assertThat(grants.waiting(1, 10).rows())
                .singleElement()
                .satisfies(one -> assertThat(one.own()).isTrue());
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(OwnGrant.class);
        assertThatThrownBy(() -> grants.decline(grant, "no budget")).isInstanceOf(OwnGrant.class);

        askedByEve();
        grants.approve(grant);
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(GrantDecided.class);
        jobs.runPending();

        assertThat(balance(ann)).isEqualTo(100);
        assertThat(entries(grant)).hasSize(2);
        assertThat(jdbc.sql("select distinct by_name from points.entry")
                        .query(String.class)
                        .list())
                .containsExactly("Eve");
        assertThat(trail()).containsExactly("points.grant-requested", "points.grant-approved", "points.grant-done");
        assertThat(grants.rehearse(terms(199), to(ann)).waits()).isFalse();
    }

    @Test
    void whatIsDeclinedIsNotGiven() {
        limits(1000, 0);
        long grant = grant(100, ann);
        askedByEve();
        assertThatThrownBy(() -> grants.decline(grant, "")).isInstanceOf(ReasonMissing.class);
        grants.decline(grant, "no budget");
        jobs.runPending();

        assertThat(balance(ann)).isZero();
        assertThat(grants.find(grant).state()).isEqualTo(State.DECLINED);
        assertThat(grants.find(grant).decided().orElseThrow().why()).isEqualTo("no budget");
        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(GrantDecided.class);
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
    }

    @Test
    void whatIsApprovedTooLateIsRefused() {
        limits(1000, 0);
        GrantTerms terms = new GrantTerms("May", new Points(5), "thanks", Optional.of(clock.today()));
        long grant = grants.grant(UUID.randomUUID(), terms, to(ann), 1);
        askedByEve();
        jdbc.sql("update points.bulk_grant set day = day - 2, expires_on = expires_on - 1")
                .update();

        assertThatThrownBy(() -> grants.approve(grant)).isInstanceOf(ExpiresBeforeItBegins.class);
        assertThat(grants.find(grant).state()).isEqualTo(State.WAITING);
    }

    @Test
    void whatWasCutOffGoesOnWithTheSameUsers() {
        List<UserId> many = thousands(25);
        long grant = grant(7, many.toArray(UserId[]::new));

        assertThatThrownBy(() -> work.goOn(grant, new QuietWork(10_000))).isInstanceOf(QuietWork.CutOff.class);
        assertThat(count("points.entry")).isEqualTo(10_000);
        assertThat(grants.find(grant).state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> grants.cancel(grant)).isInstanceOf(GrantDecided.class);
        new Facts(jdbc).user("late", "2026-01-02");
        jobs.runPending();

        assertThat(count("points.entry")).isEqualTo(25_000);
        assertThat(count("points.business_key")).isEqualTo(25_000);
        assertThat(grants.find(grant).figures().given()).isEqualTo(25_000 * 7);

        grants.takeBack(grant);
        assertThatThrownBy(() -> work.goOn(grant, new QuietWork(20_000))).isInstanceOf(QuietWork.CutOff.class);
        jobs.runPending();

        assertThat(count("points.entry")).isEqualTo(2 * 25_000);
        assertThat(count("points.lot where remaining > 0")).isZero();
        assertThat(grants.find(grant).figures().takenBack()).isEqualTo(25_000 * 7);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void twoInstancesGiveItOnceWhileUsersAreMerged() throws Exception {
        List<UserId> many = thousands(15);
        long grant = grant(7, many.toArray(UserId[]::new));
        List<Callable<Boolean>> all = new ArrayList<>();
        IntStream.range(0, 2)
                .forEach(instance -> all.add(() -> {
                    work.goOn(grant, QuietWork.UNTIL_THE_END);
                    return true;
                }));
        IntStream.range(0, 40)
                .forEach(pair -> all.add(() -> {
                    UserId one = many.get(10 + pair * 300);
                    UserId other = many.get(many.size() - 10 - pair * 30);
                    merging.merge(pair % 2 == 0 ? one : other, pair % 2 == 0 ? other : one);
                    return true;
                }));

        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(4))) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        work.goOn(grant, QuietWork.UNTIL_THE_END);

        assertThat(count("users.users u where not exists (select from points.grantee m where m.user_id = u.user_id)"))
                .isZero();
        assertThat(count("users.users u where not exists (select from points.entry e where e.user_id = u.user_id)"))
                .isZero();
        assertThat(count("points.entry e where not exists (select from users.users u where u.user_id = e.user_id)"))
                .isZero();
        assertThat(count("points.entry"))
                .isEqualTo(count("points.business_key"))
                .isEqualTo(count("points.grantee where entry_id is not null"))
                .isBetween(many.size() - 40L, (long) many.size());
        assertThat(grants.find(grant).state()).isEqualTo(State.DONE);
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new GrantTerms(" ", new Points(1), "why", Optional.empty()))
                .isInstanceOf(GrantNameMissing.class);
        assertThatThrownBy(() -> new GrantTerms("May", Points.ZERO, "why", Optional.empty()))
                .isInstanceOf(PointsOutOfRange.class);
        assertThatThrownBy(() -> new GrantTerms("May", new Points(1), " ", Optional.empty()))
                .isInstanceOf(ReasonMissing.class);
        assertThatThrownBy(() -> grants.rehearse(terms(Points.MOST / 2 + 1), to(ann, bob)))
                .isInstanceOf(PointsOutOfRange.class);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsDoNotGrant() {
        assertThatThrownBy(() -> grants.rehearse(terms(1), to(ann))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grant(1, ann)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grants.takeBack(1)).isInstanceOf(AccessDeniedException.class);
    }

    /** So many thousand users, ann, bob and cleo among them. */
    private List<UserId> thousands(int thousands) {
        limits(1000, 1_000_000);
        jdbc.sql("""
                        insert into users.users (registered_at, touched_by, created_by, created_at, updated_at)
                        select timestamptz '2026-01-01', 1, 1, timestamptz '2026-01-01', timestamptz '2026-01-01'
                        from generate_series(4, :users)
                        """).param("users", thousands * 1000).update();
        return jdbc.sql("select user_id from users.users").query(Long.class).list().stream()
                .map(UserId::new)
                .toList();
    }

    private static GrantTerms terms(long amount) {
        return new GrantTerms("Thank-you", new Points(amount), "thanks", Optional.empty());
    }

    private static Grantees to(UserId... users) {
        return new Grantees(
                Grantees.How.TICKED,
                FilterWords.NONE,
                Optional.empty(),
                taker -> Arrays.stream(users).forEach(taker));
    }

    private long grant(long amount, UserId... users) {
        return grants.grant(UUID.randomUUID(), terms(amount), to(users), users.length);
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
        spend(user, points);
        ledger.reverseEarn(new Reversal(
                earned.key(),
                Optional.empty(),
                new BusinessKey("refund:" + user),
                clock.today(),
                new Cause("order", "")));
    }

    private void spend(UserId user, long points) {
        ledger.spend(new Spending(
                user,
                new Points(points),
                new BusinessKey("spend:" + user + ":" + points),
                clock.today(),
                new Cause("shop", "")));
    }

    private long balance(UserId user) {
        return ledger.balance(user, clock.today()).total().value();
    }

    private void limits(long adjustment, long grant) {
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, grant_limit, changed_at, changed_by)
                        values (:adjustment, 100, :grant, timestamptz '2026-01-01', 'Eve')
                        """).param("adjustment", adjustment).param("grant", grant).update();
    }

    private void askedByEve() {
        jdbc.sql("update points.bulk_grant set requested_by = 999, requested_by_name = 'Eve'")
                .update();
    }

    private List<String> entries(long grant) {
        return jdbc.sql("""
                        select e.kind || ' ' || e.amount || ' ' || e.reason || ' ' || u.name
                        from points.entry e
                        join points.business_key k on k.user_id = e.user_id and k.entry_id = e.entry_id
                        join users.users u on u.user_id = e.user_id
                        where k.key like 'grant:' || :grant || ':%'
                        order by e.entry_id
                        """).param("grant", grant).query(String.class).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> trail() {
        return jdbc.sql("select action from audit.entry where action like 'points.grant%' order by id")
                .query(String.class)
                .list();
    }
}
