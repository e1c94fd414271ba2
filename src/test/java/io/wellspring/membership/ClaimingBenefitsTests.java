package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.Lot;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.PointsReading;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UnknownUser;
import io.wellspring.users.UserMerging;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Ann holds tier 2 from 2024-01-12 for twelve months, bob the lowest; tier 2 grants what a test says. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ClaimingBenefitsTests {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-12");

    @Autowired
    private BenefitCatalogue catalogue;

    @Autowired
    private BenefitDesk desk;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading points;

    @Autowired
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 99_900);
    }

    @Test
    void onlyWhoseTierGrantsItClaimsABenefit() {
        long delivery = granted(Benefits.delivery());
        Claim claim = desk.claim(ann, delivery, "k1", at("2024-02-01T10:00"));
        assertThat(claim.cost().minor()).isEqualTo(500);
        assertThat(claim.day()).isEqualTo("2024-02-01");
        assertThat(claim.tierEn()).isEqualTo("Tier 2");
        assertThatThrownBy(() -> desk.claim(bob, delivery, "k2", at("2024-02-01T10:00")))
                .isInstanceOf(BenefitNotGranted.class);
        assertThatThrownBy(() -> desk.claim(ann, 99, "k3", at("2024-02-01T10:00")))
                .isInstanceOf(UnknownBenefit.class);
        assertThatThrownBy(() -> desk.claim(new UserId(999), delivery, "k4", at("2024-02-01T10:00")))
                .isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> desk.claim(ann, delivery, "k5", at("2024-01-11T23:59:59.999")))
                .as("before the day on which the tier began")
                .isInstanceOf(BenefitNotGranted.class);
        assertThat(desk.claim(ann, delivery, "k6", at("2024-01-12T00:00")).day())
                .isEqualTo(FIRST);
    }

    @Test
    void aKeyIsOneClaim() {
        long delivery = granted(Benefits.delivery());
        Claim first = desk.claim(ann, delivery, "k1", at("2024-02-01T10:00"));
        assertThat(desk.claim(ann, delivery, "k1", at("2024-03-01T10:00"))).isEqualTo(first);
        long other = catalogue.create(Benefits.coupon(1, QuotaPeriod.MONTH));
        assertThatThrownBy(() -> desk.claim(ann, other, "k1", at("2024-02-01T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        assertThatThrownBy(() -> desk.claim(bob, delivery, "k1", at("2024-02-01T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        for (String unreadable : new String[] {"", "  ", "x".repeat(201), "a\u0000b"}) {
            assertThatThrownBy(() -> desk.claim(ann, delivery, unreadable, at("2024-02-01T10:00")))
                    .isInstanceOf(ClaimKeyUnreadable.class);
        }
        assertThat(claims(ann)).isOne();
    }

    @Test
    void aMonthEndsWithItsLastInstantInTheBusinessZone() {
        long coupon = granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        desk.claim(ann, coupon, "k1", at("2024-02-01T00:00"));
        assertThat(left("2024-02-29")).hasValue(1L);
        desk.claim(ann, coupon, "k2", at("2024-02-29T23:59:59.999"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k3", at("2024-02-29T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        assertThat(left("2024-02-29")).hasValue(0L);
        assertThat(left("2024-03-01")).hasValue(2L);
        desk.claim(ann, coupon, "k4", at("2024-03-01T00:00"));
        assertThat(left("2024-03-01")).hasValue(1L);
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k5", at("2024-02-29T23:59:59.999")))
                .as("a claim of March frees nothing in February")
                .isInstanceOf(QuotaUsedUp.class);
    }

    @Test
    void aYearIsThatOfTheCalendarAndEverIsEver() {
        long year = granted(Benefits.coupon(1, QuotaPeriod.YEAR));
        desk.claim(ann, year, "k1", at("2024-02-01T10:00"));
        assertThatThrownBy(() -> desk.claim(ann, year, "k2", at("2024-12-31T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        desk.claim(ann, year, "k3", at("2025-01-01T00:00"));
        catalogue.change(year, 1, Benefits.coupon(2, QuotaPeriod.EVER));
        assertThatThrownBy(() -> desk.claim(ann, year, "k4", at("2034-01-01T00:00")))
                .isInstanceOf(QuotaUsedUp.class);
        catalogue.change(year, 2, Benefits.coupon(3, QuotaPeriod.EVER));
        desk.claim(ann, year, "k5", at("2034-01-01T00:00"));
    }

    @Test
    void aTermEndsWithItsDueDateAndTheDaysOfGraceAreOfTheNext() {
        long coupon = granted(Benefits.coupon(1, QuotaPeriod.TERM));
        desk.claim(ann, coupon, "k1", at("2024-01-12T10:00"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k2", at("2025-01-11T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        desk.claim(ann, coupon, "k3", at("2025-01-12T00:00"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k4", at("2025-01-13T10:00")))
                .isInstanceOf(QuotaUsedUp.class);

        facts.order(ann, "2025-01-05", 100_000);
        evaluated(LocalDate.parse("2025-03-01"));
        assertThat(left("2025-03-01"))
                .as("the term was kept from its due date on, and one was claimed in it")
                .hasValue(0L);
    }

    @Test
    void whoLosesTheTierLosesTheBenefit() {
        long delivery = granted(Benefits.delivery());
        desk.claim(ann, delivery, "k1", at("2025-02-10T10:00"));
        evaluated(LocalDate.parse("2025-03-01"));
        assertThat(desk.benefitsOf(ann, LocalDate.parse("2025-03-01"))).isEmpty();
        assertThatThrownBy(() -> desk.claim(ann, delivery, "k2", at("2025-03-01T10:00")))
                .isInstanceOf(BenefitNotGranted.class);
        assertThat(claims(ann)).isOne();
    }

    @Test
    void aBenefitIsClaimedOnItsDaysUntilItIsRetired() {
        BenefitTerms days = new BenefitTerms(
                BenefitKind.GIFT,
                "Gift",
                "礼品",
                "",
                Benefits.delivery().cost(),
                Optional.empty(),
                Optional.empty(),
                LocalDate.parse("2024-02-02"),
                Optional.of(LocalDate.parse("2024-02-03")));
        long gift = granted(days);
        assertThatThrownBy(() -> desk.claim(ann, gift, "k1", at("2024-02-01T23:59:59.999")))
                .isInstanceOf(BenefitNotActive.class);
        desk.claim(ann, gift, "k2", at("2024-02-02T00:00"));
        desk.claim(ann, gift, "k3", at("2024-02-03T23:59:59.999"));
        assertThatThrownBy(() -> desk.claim(ann, gift, "k4", at("2024-02-04T00:00")))
                .isInstanceOf(BenefitNotActive.class);
        catalogue.retire(gift, true);
        assertThatThrownBy(() -> desk.claim(ann, gift, "k5", at("2024-02-03T10:00")))
                .isInstanceOf(BenefitNotActive.class);
        assertThat(desk.benefitsOf(ann, LocalDate.parse("2024-02-03"))).isEmpty();
        assertThat(desk.claims(ClaimFilter.of(ann), 1, 9).rows())
                .extracting(Claim::nameEn)
                .containsExactly("Gift", "Gift");
        catalogue.retire(gift, false);
        desk.claim(ann, gift, "k6", at("2024-02-03T10:00"));
    }

    @Test
    void anUndoneClaimStaysAndCountsNoLonger() {
        long coupon = granted(Benefits.coupon(1, QuotaPeriod.MONTH));
        Claim claim = desk.claim(ann, coupon, "k1", at("2024-02-01T10:00"));
        assertThatThrownBy(() -> desk.undo(claim.id(), "u1", " ", at("2024-02-02T10:00")))
                .isInstanceOf(GivenWithoutReason.class);
        Claim undone = desk.undo(claim.id(), "u1", "wrong user", at("2024-02-02T10:00"));
        assertThat(undone.undoing().orElseThrow().reason()).isEqualTo("wrong user");
        assertThat(desk.undo(claim.id(), "u1", "wrong user", at("2024-02-03T10:00")))
                .isEqualTo(undone);
        assertThatThrownBy(() -> desk.undo(claim.id(), "u2", "again", at("2024-02-03T10:00")))
                .isInstanceOf(ClaimUndoneAlready.class);
        assertThatThrownBy(() -> desk.undo(claim.id(), "k1", "its own key", at("2024-02-03T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        assertThatThrownBy(() -> desk.undo(99, "u9", "nothing", at("2024-02-03T10:00")))
                .isInstanceOf(UnknownClaim.class);
        assertThat(desk.claim(ann, coupon, "k1", at("2024-02-03T10:00"))).isEqualTo(undone);
        desk.claim(ann, coupon, "k2", at("2024-02-03T10:00"));
        assertThat(claims(ann)).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from membership.claim")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select action from audit.entry where action like 'benefits.claim%' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("benefits.claim-undone", "benefits.claimed", "benefits.claimed");
    }

    @Test
    void claimsAreNeverChangedNorTheirCost() {
        long coupon = granted(Benefits.coupon(9, QuotaPeriod.MONTH));
        Claim claim = desk.claim(ann, coupon, "k1", at("2024-02-01T10:00"));
        catalogue.change(
                coupon, 1, Benefits.of(BenefitKind.COUPON, "Coupon", "优惠券", 9_999, Optional.empty(), Optional.empty()));
        assertThat(desk.claim(claim.id()).cost().minor()).isEqualTo(2_000);
        assertThatThrownBy(
                        () -> jdbc.sql("update membership.claim set cost = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void pointsAreGoodForTheDaysTheBenefitSaid() {
        long birthday = granted(Benefits.birthday());
        desk.claim(ann, birthday, "k1", at("2024-02-01T23:59:59.999"));
        assertThat(jdbc.sql("select reason from points.entry")
                        .query(String.class)
                        .list())
                .as("read in either language")
                .containsExactly("Birthday points · 生日积分");
        BenefitTerms terms = Benefits.birthday();
        catalogue.change(
                birthday,
                1,
                new BenefitTerms(
                        terms.kind(),
                        terms.nameEn(),
                        terms.nameZh(),
                        terms.description(),
                        terms.cost(),
                        Optional.of(new ClaimPoints(7, Optional.empty())),
                        Optional.empty(),
                        terms.activeFrom(),
                        terms.activeUntil()));
        desk.claim(ann, birthday, "k2", at("2024-02-02T00:00"));
        assertThat(ledger.lots(ann))
                .extracting(lot -> lot.amount().value(), Lot::availableFrom, Lot::lastDay)
                .containsExactlyInAnyOrder(
                        tuple(100L, LocalDate.parse("2024-02-01"), Optional.of(LocalDate.parse("2024-05-01"))),
                        tuple(7L, LocalDate.parse("2024-02-02"), Optional.empty()));
    }

    @Test
    void pointsAreGivenOnceAndTakenBackOnce() {
        long birthday = granted(Benefits.birthday());
        Claim claim = desk.claim(ann, birthday, "k1", at("2024-02-01T10:00"));
        desk.claim(ann, birthday, "k1", at("2024-02-01T10:00"));
        assertThat(balance()).isEqualTo(100);
        assertThatThrownBy(() -> desk.claim(ann, birthday, "k2", at("2024-02-02T10:00")))
                .isInstanceOf(QuotaUsedUp.class);
        assertThat(balance()).isEqualTo(100);
        desk.undo(claim.id(), "u1", "not today", at("2024-02-02T10:00"));
        desk.undo(claim.id(), "u1", "not today", at("2024-02-02T10:00"));
        assertThat(balance()).isZero();
        desk.claim(ann, birthday, "k3", at("2024-02-03T10:00"));
        assertThat(balance()).isEqualTo(100);
        assertThat(points.drift(10)).isEmpty();
    }

    @Test
    void manyAtOnceNeverExceedTheQuota() throws Exception {
        long coupon = granted(Benefits.coupon(5, QuotaPeriod.MONTH));
        List<Callable<Boolean>> wishes = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(number ->
                        () -> claimed(() -> desk.claim(ann, coupon, "k" + number / 2, at("2024-02-01T10:00"))))
                .toList();
        assertThat(atOnce(wishes)).as("five keys, each asked for twice").isEqualTo(10);
        assertThat(claims(ann)).isEqualTo(5);
        assertThat(left("2024-02-01")).hasValue(0L);

        List<Claim> done = desk.claims(ClaimFilter.of(ann), 1, 9).rows();
        List<Callable<Boolean>> regrets = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(number -> () -> claimed(
                        () -> desk.undo(done.get(number % 5).id(), "u" + number, "raced", at("2024-02-02T10:00"))))
                .toList();
        assertThat(atOnce(regrets)).as("each is undone once").isEqualTo(5);
        assertThat(left("2024-02-01")).hasValue(5L);
    }

    @Test
    void pointsOfManyAtOnceAreThoseOfTheQuota() throws Exception {
        long birthday = granted(Benefits.birthday());
        List<Callable<Boolean>> wishes = IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(
                        number -> () -> claimed(() -> desk.claim(ann, birthday, "k" + number, at("2024-02-01T10:00"))))
                .toList();
        assertThat(atOnce(wishes)).isOne();
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void aMergedUsersClaimsCountAgainstTheQuotaOfWhoStays() {
        UserId eve = facts.user("eve", "2024-01-01");
        facts.order(eve, "2024-01-10", 200_000);
        long coupon = granted(Benefits.coupon(3, QuotaPeriod.MONTH));
        Claim claim = desk.claim(eve, coupon, "k1", at("2024-02-01T10:00"));
        desk.undo(desk.claim(eve, coupon, "k2", at("2024-02-01T10:00")).id(), "u2", "twice", at("2024-02-01T11:00"));
        desk.claim(ann, coupon, "k3", at("2024-02-01T10:00"));
        merging.merge(ann, eve);
        assertThat(claims(ann)).isEqualTo(3);
        assertThat(claims(eve)).isZero();
        assertThat(left("2024-02-01")).hasValue(1L);
        assertThat(desk.claim(eve, coupon, "k1", at("2024-02-01T10:00")).id())
                .as("asked again for who is gone")
                .isEqualTo(claim.id());
        assertThat(desk.claim(eve, coupon, "k4", at("2024-02-01T10:00")).user()).isEqualTo(ann);
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k5", at("2024-02-01T10:00")))
                .isInstanceOf(QuotaUsedUp.class);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsClaimAndManagersUndo() {
        assertThatThrownBy(() -> desk.claim(ann, 1, "k1", at("2024-02-01T10:00")))
                .isInstanceOf(UnknownBenefit.class);
        assertThatThrownBy(() -> desk.undo(1, "u1", "why", at("2024-02-01T10:00")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.create(Benefits.delivery())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.change(1, 1, Benefits.delivery())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.retire(1, true)).isInstanceOf(AccessDeniedException.class);
    }

    private static boolean claimed(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal.Conflict refused) {
            return false;
        }
    }

    private static long atOnce(List<Callable<Boolean>> work) throws Exception {
        long done = 0;
        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(16))) {
            for (Future<Boolean> one : threads.invokeAll(work)) {
                done += one.get() ? 1 : 0;
            }
        }
        return done;
    }

    /** Tier 2 grants it, from the version that decides on all days. */
    private long granted(BenefitTerms terms) {
        long benefit = catalogue.create(terms);
        program.startDraft();
        program.saveDraft(Programmes.usual().granting(new Grants(Map.of(2, Set.of(benefit)))));
        program.publish(LocalDate.parse("2023-01-01"));
        evaluated(FIRST);
        return benefit;
    }

    private void evaluated(LocalDate asOf) {
        metrics.refreshAll(asOf, 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(asOf);
    }

    private Optional<Long> left(String day) {
        return desk.benefitsOf(ann, LocalDate.parse(day)).getFirst().left();
    }

    private long claims(UserId user) {
        return desk.claims(ClaimFilter.of(user), 1, 1).total();
    }

    private long balance() {
        return ledger.balance(ann, LocalDate.parse("2024-03-01")).total().value();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
