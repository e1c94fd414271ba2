package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserMerging;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    private LocalDate today;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        today = clock.today();
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
        earn(ann, 1000);
        earn(bob, 100);
    }

    @AfterEach
    void addsUp() {
        assertThat(reading.drift(10)).isEmpty();
    }

    @Test
    void aRewardTakesPointsAndStockAndGivesThemBackWhenCancelled() {
        long mug = catalogue.create(stock("Mug", 300, 2));

        Redemption first = desk.redeem(ann, mug, "r1");
        Redemption again = desk.redeem(ann, mug, "r1");
        Redemption second = desk.redeem(ann, mug, "r2");

        assertThat(again).isEqualTo(first);
        assertThat(first.state()).isEqualTo(Redemption.State.RESERVED);
        assertThat(left(mug)).isZero();
        assertThat(balance(ann)).isEqualTo(400);
        assertThatThrownBy(() -> desk.redeem(ann, mug, "r3")).isInstanceOf(OutOfStock.class);

        desk.cancel(second.id());
        desk.fulfil(first.id());
        assertThat(left(mug)).isOne();
        assertThat(balance(ann)).isEqualTo(700);
        assertThat(ledger.lots(ann))
                .singleElement()
                .satisfies(lot -> assertThat(lot.remaining()).isEqualTo(new Points(700)));
        assertThatThrownBy(() -> desk.cancel(first.id())).isInstanceOf(RedemptionDecided.class);
        assertThatThrownBy(() -> desk.cancel(second.id())).isInstanceOf(RedemptionDecided.class);
        assertThat(balance(ann)).isEqualTo(700);
        assertThat(catalogue.reward(mug).redeemed()).isOne();
    }

    @Test
    void whoHasTooFewGetsNothingAndNothingIsTaken() {
        long mug = catalogue.create(stock("Mug", 101, 2));
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r1")).isInstanceOf(InsufficientPoints.class);
        assertThat(left(mug)).isEqualTo(2);
        assertThat(balance(bob)).isEqualTo(100);
        assertThatThrownBy(() -> desk.redeem(bob, 99, "r1")).isInstanceOf(UnknownReward.class);
        assertThatThrownBy(() -> desk.fulfil(99)).isInstanceOf(UnknownRedemption.class);
    }

    @Test
    void aKeyIsOneRedemption() {
        long mug = catalogue.create(stock("Mug", 10, 5));
        long cup = catalogue.create(stock("Cup", 10, 5));
        desk.redeem(ann, mug, "r1");
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r1")).isInstanceOf(KeyTaken.class);
        assertThatThrownBy(() -> desk.redeem(ann, cup, "r1")).isInstanceOf(KeyTaken.class);
        assertThat(left(mug) + left(cup)).isEqualTo(9);
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
        long withdrawn = catalogue.create(stock("C", 10, 1));
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
        assertThatThrownBy(() -> catalogue.change(coupon, seen(coupon), stock("Coupon", 10, 1)))
                .isInstanceOf(SupplyFixed.class);
        long mug = catalogue.create(stock("Mug", 10, 1));
        assertThatThrownBy(() -> catalogue.addCodes(mug, "A")).isInstanceOf(SupplyFixed.class);
    }

    @Test
    void manyAtOnceNeitherOverdrawNorOversell() throws Exception {
        long mug = catalogue.create(stock("Mug", 10, 7));
        long coupon = catalogue.create(new RewardTerms(
                "Coupon", "", 10, new Supply.Codes(0), Optional.empty(), Optional.empty(), today, Optional.empty()));
        catalogue.addCodes(
                coupon, IntStream.range(0, 9).mapToObj(number -> "C" + number).collect(Collectors.joining("\n")));
        List<Callable<Optional<Redemption>>> wishes = new ArrayList<>();
        for (int number = 0; number < 48; number++) {
            UserId user = number % 3 == 0 ? bob : ann;
            long reward = number % 2 == 0 ? mug : coupon;
            String key = "w" + number;
            wishes.add(() -> redeemed(user, reward, key));
        }

        List<Redemption> done = atOnce(wishes);

        assertThat(done.stream().filter(one -> one.rewardId() == mug)).hasSize(7);
        assertThat(done.stream().map(Redemption::code).flatMap(Optional::stream))
                .hasSize(9)
                .doesNotHaveDuplicates();
        assertThat(left(mug)).isZero();
        assertThat(balance(ann) + balance(bob)).isEqualTo(1100 - 160);
        assertThat(balance(bob)).isNotNegative();

        List<Callable<Optional<Redemption>>> regrets = done.stream()
                .filter(one -> one.rewardId() == mug)
                .flatMap(one -> Stream.of(one, one))
                .<Callable<Optional<Redemption>>>map(one -> () -> cancelled(one))
                .toList();
        assertThat(atOnce(regrets)).hasSize(7);
        assertThat(left(mug)).isEqualTo(7);
        assertThat(balance(ann) + balance(bob)).isEqualTo(1100 - 90);
    }

    @Test
    void aMergedUserKeepsTheRedemptions() {
        long mug = catalogue.create(stock("Mug", 10, 7));
        Redemption one = desk.redeem(bob, mug, "r1");
        merging.merge(ann, bob);
        assertThat(desk.redemptions(RedemptionFilter.of(ann), 1, 9).rows())
                .extracting(Redemption::id)
                .containsExactly(one.id());
        desk.cancel(one.id());
        assertThat(balance(ann)).isEqualTo(1100);
    }

    @Test
    void aPictureIsWhatItsContentSays() {
        long mug = catalogue.create(stock("Mug", 10, 7));
        catalogue.show(mug, bytes("\u0089PNG\r\n\u001a\nrest"));
        catalogue.show(mug, bytes("GIF89a rest"));
        assertThat(catalogue.picture(mug).orElseThrow().mediaType()).isEqualTo("image/gif");
        for (String unfit : new String[] {"", "<svg xmlns='x'/>", "RIFF....WAVE", "x".repeat(524_289)}) {
            assertThatThrownBy(() -> catalogue.show(mug, bytes(unfit))).isInstanceOf(PictureUnfit.class);
        }
        assertThat(RewardPicture.of(bytes("RIFF....WEBPVP8 ")).mediaType()).isEqualTo("image/webp");
        assertThat(RewardPicture.of(bytes("\u00ff\u00d8\u00ff\u00e0")).mediaType())
                .isEqualTo("image/jpeg");
    }

    @Test
    void aNameIsOneReward() {
        long mug = catalogue.create(stock("Mug", 10, 7));
        long cup = catalogue.create(stock("Cup", 10, 7));
        assertThatThrownBy(() -> catalogue.create(stock(" Mug ", 20, 7))).isInstanceOf(RewardNameTaken.class);
        assertThatThrownBy(() -> catalogue.change(cup, seen(cup), stock("Mug", 20, 7)))
                .isInstanceOf(RewardNameTaken.class);
        catalogue.change(mug, seen(mug), stock("Mug", 20, 3));
        catalogue.change(mug, seen(mug), stock("Mug", 20, 3));
        assertThat(catalogue.rewards())
                .extracting(reward -> reward.terms().price())
                .containsExactly(10L, 20L);
    }

    /** Two mugs, one of which goes while a manager writes about them. */
    @Test
    void whatWasRedeemedMeanwhileStaysOffTheStock() {
        long mug = catalogue.create(stock("Mug", 10, 2));
        Reward.Seen opened = seen(mug);
        desk.redeem(ann, mug, "r1");

        catalogue.change(mug, opened, described("Mug", "of clay", 2));
        assertThat(left(mug)).isOne();

        Reward.Seen again = seen(mug);
        desk.redeem(ann, mug, "r2");
        catalogue.change(mug, again, described("Mug", "of clay", 6));
        assertThat(left(mug)).isEqualTo(5);

        Reward.Seen full = seen(mug);
        desk.redeem(ann, mug, "r3");
        assertThatThrownBy(() -> catalogue.change(mug, full, described("Mug", "of clay", 0)))
                .isInstanceOf(StockGone.class)
                .hasMessageContaining("4");
        assertThat(left(mug)).isEqualTo(4);
    }

    @Test
    void nobodyWritesOverWhatSomebodyElseSaidOfAReward() {
        long mug = catalogue.create(stock("Mug", 10, 2));
        Reward.Seen opened = seen(mug);
        catalogue.change(mug, opened, stock("Mug", 20, 2));

        assertThatThrownBy(() -> catalogue.change(mug, opened, described("Mug", "of clay", 2)))
                .isInstanceOf(RewardChangedMeanwhile.class);
        assertThat(catalogue.reward(mug).terms().price()).isEqualTo(20);

        catalogue.change(mug, seen(mug), described("Mug", "of clay", 2));
        assertThat(catalogue.reward(mug).terms().description()).isEqualTo("of clay");
    }

    @Test
    void aRewardIsForATierThereIs() {
        RewardTerms forNobody = new RewardTerms(
                "Mug", "", 10, new Supply.Unlimited(), Optional.empty(), Optional.of(99), today, Optional.empty());
        assertThatThrownBy(() -> catalogue.create(forNobody)).isInstanceOf(RewardTierUnknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAA\0BBB", "\u0001", "AAA\nB\ufffdB"})
    void whatIsNoTextHoldsNoCodes(String lines) {
        long coupon = catalogue.create(codes("Coupon", 10));
        assertThatThrownBy(() -> catalogue.addCodes(coupon, lines)).isInstanceOf(CodesUnreadable.class);
    }

    /** Silver is the second tier, gold the third; a mug is for gold and above. */
    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "4, true"})
    void aRewardMayBeForUsersOfATierAndAbove(int rank, boolean may) {
        tiers(rank);
        long mug = catalogue.create(new RewardTerms(
                "Mug", "", 10, new Supply.Unlimited(), Optional.empty(), Optional.of(3), today, Optional.empty()));
        assertThat(desk.closedTo(ann)).isEqualTo(may ? Set.of() : Set.of(mug));
        assertThat(redeemed(ann, mug, "r1").isPresent()).isEqualTo(may);
        assertThatThrownBy(() -> desk.redeem(bob, mug, "r2")).as("holds none").isInstanceOf(RewardTierNotHeld.class);
        assertThat(balance(ann)).isEqualTo(may ? 990 : 1000);
    }

    @Test
    void aRewardForATierThatIsGoneIsForTheOneBelow() {
        tiers(2);
        jdbc.sql(
                        "insert into points.reward (name, description, price, supply, least_tier, valid_from, created_at) values ('Mug', '', 10, 'UNLIMITED', 3, :today, now())")
                .param("today", today)
                .update();
        assertThat(desk.closedTo(ann)).hasSize(1);
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (2, 'PUBLISHED', date '2026-01-02', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        jdbc.sql("""
                        insert into membership.tier (
                          version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                        )
                        select 2, n, n, 'Tier', '等级', '#0b6e77', 'ALL', case when n > 1 then n end, 'ALL', 0, 'EARNED', 1, 1
                        from generate_series(1, 2) n
                        """).update();
        jdbc.sql(
                        "update membership.standing set tier_id = (select id from membership.tier where version = 2 and rank = 2)")
                .update();
        assertThat(desk.closedTo(ann)).isEmpty();
    }

    /** Four tiers, of which ann holds one. */
    private void tiers(int rank) {
        jdbc.sql("""
                        insert into membership.programme (
                          version, state, effective_on, reach_window, reach_days, keep_window, keep_days, refunds, order_factor, created_at, published_at
                        )
                        values (1, 'PUBLISHED', date '2026-01-01', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, timestamptz '2026-01-01', timestamptz '2026-01-01')
                        """).update();
        jdbc.sql("""
                        insert into membership.tier (
                          version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join, grace_days, at_due, floor_rank, points_multiplier
                        )
                        select 1, n, n, 'Tier', '等级', '#0b6e77', 'ALL', case when n > 1 then n end, 'ALL', 0, 'EARNED', 1, 1
                        from generate_series(1, 4) n
                        """).update();
        jdbc.sql("""
                        insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, starts_on, term_from, cause)
                        select :user, id, 0, 0, date '2026-01-01', date '2026-01-01', date '2026-01-01', 'START'
                        from membership.tier
                        where rank = :rank
                        """).param("user", ann.value()).param("rank", rank).update();
    }

    private Optional<Redemption> redeemed(UserId user, long reward, String key) {
        try {
            return Optional.of(desk.redeem(user, reward, key));
        } catch (Refusal.Conflict refused) {
            return Optional.empty();
        }
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

    private RewardTerms stock(String name, long price, long left) {
        return new RewardTerms(
                name, "", price, new Supply.Stock(left), Optional.empty(), Optional.empty(), today, Optional.empty());
    }

    private RewardTerms described(String name, String description, long left) {
        return new RewardTerms(
                name,
                description,
                10,
                new Supply.Stock(left),
                Optional.empty(),
                Optional.empty(),
                today,
                Optional.empty());
    }

    private RewardTerms codes(String name, long price) {
        return new RewardTerms(
                name, "", price, new Supply.Codes(0), Optional.empty(), Optional.empty(), today, Optional.empty());
    }

    private Reward.Seen seen(long reward) {
        return catalogue.reward(reward).seen();
    }

    private long left(long reward) {
        return catalogue.reward(reward).terms().supply() instanceof Supply.Stock stock ? stock.left() : -1;
    }

    private void earn(UserId user, long amount) {
        ledger.earn(new Earning(
                user,
                new Points(amount),
                new BusinessKey("e" + user),
                today,
                today,
                new ExpiryPolicy.AfterDays(30),
                new Cause("test", "")));
    }

    private long balance(UserId user) {
        return ledger.balance(user, today).total().value();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
