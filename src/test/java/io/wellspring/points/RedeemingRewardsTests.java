package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Ann and bob redeem mugs and coupons; some change their minds; many want the last one at once. */
@WellspringTest
@AsStaff
class RedeemingRewardsTests {

    @Autowired
    private RewardCatalogue catalogue;

    @Autowired
    private RewardDesk desk;

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

    private Shelf shelf;
    private Purses purses;
    private LocalDate today;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        today = clock.today();
        shelf = new Shelf(catalogue, desk, today);
        purses = new Purses(ledger, clock);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
        purses.earn(ann, 1000);
        purses.earn(bob, 100);
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aRewardTakesPointsAndStockAndGivesThemBackWhenCancelled() {
        long mug = catalogue.create(shelf.stock("Mug", 300, 2));

        Redemption first = desk.redeem(ann, mug, "r1");
        Redemption again = desk.redeem(ann, mug, "r1");
        Redemption second = desk.redeem(ann, mug, "r2");

        assertThat(again).isEqualTo(first);
        assertThat(first.state()).isEqualTo(Redemption.State.RESERVED);
        assertThat(shelf.left(mug)).isZero();
        assertThat(purses.balance(ann)).isEqualTo(400);
        assertThatThrownBy(() -> desk.redeem(ann, mug, "r3")).isInstanceOf(OutOfStock.class);

        desk.cancel(second.id());
        desk.fulfil(first.id());
        assertThat(shelf.left(mug)).isOne();
        assertThat(purses.balance(ann)).isEqualTo(700);
        assertThat(ledger.lots(ann))
                .singleElement()
                .satisfies(lot -> assertThat(lot.remaining()).isEqualTo(new Points(700)));
        assertThatThrownBy(() -> desk.cancel(first.id())).isInstanceOf(RedemptionDecided.class);
        assertThatThrownBy(() -> desk.cancel(second.id())).isInstanceOf(RedemptionDecided.class);
        assertThat(purses.balance(ann)).isEqualTo(700);
        assertThat(catalogue.reward(mug).redeemed()).isOne();
    }

    @Test
    void whoHasTooFewGetsNothingAndNothingIsTaken() {
        long mug = catalogue.create(shelf.stock("Mug", 101, 2));
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r1")).isInstanceOf(InsufficientPoints.class);
        assertThat(shelf.left(mug)).isEqualTo(2);
        assertThat(purses.balance(bob)).isEqualTo(100);
        assertThatThrownBy(() -> desk.redeem(bob, 99, "r1")).isInstanceOf(UnknownReward.class);
        assertThatThrownBy(() -> desk.fulfil(99)).isInstanceOf(UnknownRedemption.class);
    }

    @Test
    void aKeyIsOneRedemption() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 5));
        long cup = catalogue.create(shelf.stock("Cup", 10, 5));
        desk.redeem(ann, mug, "r1");
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r1")).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> desk.redeem(ann, cup, "r1")).isInstanceOf(KeyTaken.class);
        assertThat(shelf.left(mug) + shelf.left(cup)).isEqualTo(9);
    }

    @Test
    void aUserMayHaveSoManyAndCancelledOnesDoNotCount() {
        long mug = catalogue.create(new RewardTerms(
                "Mug", "", 10, new Supply.Unlimited(), Optional.of(2), Optional.empty(), today, Optional.of(today)));
        desk.redeem(ann, mug, "r1");
        Redemption second = desk.redeem(ann, mug, "r2");
        assertThatThrownBy(() -> desk.redeem(ann, mug, "r3")).isInstanceOf(RewardLimitReached.class);
        desk.cancel(second.id());
        desk.redeem(ann, mug, "r4");
    }

    @Test
    void onlyWhatIsOnOfferTodayIsRedeemed() {
        long tomorrow = catalogue.create(new RewardTerms(
                "A",
                "",
                10,
                new Supply.Unlimited(),
                Optional.empty(),
                Optional.empty(),
                today.plusDays(1),
                Optional.empty()));
        long yesterday = catalogue.create(new RewardTerms(
                "B",
                "",
                10,
                new Supply.Unlimited(),
                Optional.empty(),
                Optional.empty(),
                today.minusDays(9),
                Optional.of(today.minusDays(1))));
        long withdrawn = catalogue.create(shelf.stock("C", 10, 1));
        catalogue.withdraw(withdrawn, true);
        for (long reward : new long[] {tomorrow, yesterday, withdrawn}) {
            assertThatThrownBy(() -> desk.redeem(ann, reward, "r" + reward)).isInstanceOf(RewardNotOffered.class);
        }
        catalogue.withdraw(withdrawn, false);
        desk.redeem(ann, withdrawn, "back");
    }

    @Test
    void eachCodeIsHandedOutOnce() {
        long coupon = catalogue.create(new RewardTerms(
                "Coupon", "", 10, new Supply.Codes(0), Optional.empty(), Optional.empty(), today, Optional.empty()));
        assertThat(catalogue.addCodes(coupon, " AAA\nBBB\n\nAAA\n" + "x".repeat(101)))
                .isEqualTo(new RewardCatalogue.CodesAdded(2, 1, 1));
        assertThat(catalogue.addCodes(coupon, "BBB\nCCC")).isEqualTo(new RewardCatalogue.CodesAdded(1, 1, 0));

        assertThat(IntStream.range(0, 3)
                        .mapToObj(number -> desk.redeem(ann, coupon, "r" + number))
                        .map(one -> one.code().orElseThrow() + one.state()))
                .containsExactly("AAAFULFILLED", "BBBFULFILLED", "CCCFULFILLED");
        assertThatThrownBy(() -> desk.redeem(ann, coupon, "r9")).isInstanceOf(OutOfStock.class);
        assertThatThrownBy(() -> catalogue.change(coupon, shelf.seen(coupon), shelf.stock("Coupon", 10, 1)))
                .isInstanceOf(SupplyFixed.class);
        long mug = catalogue.create(shelf.stock("Mug", 10, 1));
        assertThatThrownBy(() -> catalogue.addCodes(mug, "A")).isInstanceOf(SupplyFixed.class);
    }

    @Test
    void manyAtOnceNeitherOverdrawNorOversell() throws Exception {
        long mug = catalogue.create(shelf.stock("Mug", 10, 7));
        long coupon = catalogue.create(new RewardTerms(
                "Coupon", "", 10, new Supply.Codes(0), Optional.empty(), Optional.empty(), today, Optional.empty()));
        catalogue.addCodes(
                coupon, IntStream.range(0, 9).mapToObj(number -> "C" + number).collect(Collectors.joining("\n")));
        List<Callable<Optional<Redemption>>> wishes = new ArrayList<>();
        for (int number = 0; number < 48; number++) {
            UserId user = number % 3 == 0 ? bob : ann;
            long reward = number % 2 == 0 ? mug : coupon;
            String key = "w" + number;
            wishes.add(() -> shelf.redeemed(user, reward, key));
        }

        List<Redemption> done = atOnce(wishes);

        assertThat(done.stream().filter(one -> one.rewardId() == mug)).hasSize(7);
        assertThat(done.stream().map(Redemption::code).flatMap(Optional::stream))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(shelf.left(mug)).isZero();
        assertThat(purses.balance(ann) + purses.balance(bob)).isEqualTo(1100 - 160);
        assertThat(purses.balance(bob)).isNotNegative();

        List<Callable<Optional<Redemption>>> regrets = done.stream()
                .filter(one -> one.rewardId() == mug)
                .flatMap(one -> Stream.of(one, one))
                .<Callable<Optional<Redemption>>>map(one -> () -> cancelled(one))
                .toList();
        assertThat(atOnce(regrets)).hasSize(7);
        assertThat(shelf.left(mug)).isEqualTo(7);
        assertThat(purses.balance(ann) + purses.balance(bob)).isEqualTo(1100 - 90);
    }

    @Test
    void aMergedUserKeepsTheRedemptions() {
        long mug = catalogue.create(shelf.stock("Mug", 10, 7));
        Redemption one = desk.redeem(bob, mug, "r1");
        merging.merge(ann, bob);
        assertThat(desk.redemptions(RedemptionFilter.of(ann), 1, 9).rows())
                .extracting(Redemption::id)
                .containsExactly(one.id());
        desk.cancel(one.id());
        assertThat(purses.balance(ann)).isEqualTo(1100);
    }

    private Optional<Redemption> cancelled(Redemption one) {
        try {
            desk.cancel(one.id());
            return Optional.of(one);
        } catch (RedemptionDecided decided) {
            return Optional.empty();
        }
    }

    private static List<Redemption> atOnce(List<Callable<Optional<Redemption>>> work) throws Exception {
        List<Redemption> done = new ArrayList<>();
        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(16))) {
            for (Future<Optional<Redemption>> one : threads.invokeAll(work)) {
                one.get().ifPresent(done::add);
            }
        }
        return done;
    }
}
