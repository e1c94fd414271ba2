package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Four users in tier 2 (ann, bob, cid, dan) and one, eve, in the lowest, since 2024-01-12. The day is 2024-03-31: its month is March, its
 * twelve months begin on 2023-04-01.
 */
@WellspringTest
@AsStaff(Role.MANAGER)
class CountingBenefitsTests {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-12");
    private static final LocalDate DAY = LocalDate.parse("2024-03-31");

    @Autowired
    private BenefitCatalogue catalogue;

    @Autowired
    private BenefitDesk desk;

    @Autowired
    private BenefitReading reading;

    @Autowired
    private DraftReading drafts;

    @Autowired
    private TierReading tiers;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId bob;
    private UserId cid;
    private UserId eve;
    private long coupon;
    private long delivery;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        cid = facts.user("cid", "2024-01-01");
        UserId dan = facts.user("dan", "2024-01-01");
        eve = facts.user("eve", "2024-01-01");
        for (UserId user : List.of(ann, bob, cid, dan)) {
            facts.order(user, "2024-01-10", 100_000);
        }
        facts.order(eve, "2024-01-10", 99_999);
        coupon = catalogue.create(Benefits.coupon(4, QuotaPeriod.MONTH));
        delivery = catalogue.create(Benefits.delivery());
    }

    @Test
    void figuresAreThoseOfTheMonthAndOfTwelve() {
        publish(Map.of(2, Set.of(coupon, delivery)), "2023-01-01");
        desk.claim(ann, coupon, "k1", at("2024-02-29T23:59:59.999"));
        desk.claim(ann, coupon, "k2", at("2024-03-01T00:00"));
        desk.claim(bob, coupon, "k3", at("2024-03-31T23:59:59.999"));
        desk.claim(bob, coupon, "k4", at("2024-04-01T00:00"));
        long wrong = desk.claim(cid, coupon, "k5", at("2024-03-05T10:00")).id();
        desk.undo(wrong, "u5", "not there", at("2024-03-05T11:00"));

        BenefitFigures figures = figures("2024-03-31", coupon);
        assertThat(figures).isEqualTo(new BenefitFigures(coupon, 2, new Money(4_000), 3, new Money(6_000), true));
        assertThat(figures("2024-03-31", delivery)).isEqualTo(BenefitFigures.none(delivery));
        assertThat(figures("2025-02-28", coupon).claims())
                .as("2024-03-01 until 2025-02-28")
                .isEqualTo(3);
        assertThat(figures("2025-03-01", coupon).claims())
                .as("2024-03-02 until 2025-03-01")
                .isEqualTo(2);
    }

    @Test
    void theClaimRateIsClaimantsOfThoseEntitled() {
        publish(Map.of(1, Set.of(delivery), 2, Set.of(coupon, delivery)), "2023-01-01");
        desk.claim(ann, coupon, "k1", at("2024-03-01T10:00"));
        desk.claim(ann, coupon, "k2", at("2024-03-02T10:00"));
        desk.claim(bob, coupon, "k3", at("2024-03-03T10:00"));
        long wrong = desk.claim(cid, coupon, "k5", at("2024-03-05T10:00")).id();
        desk.undo(wrong, "u5", "not there", at("2024-03-05T11:00"));

        assertThat(reading.rates(DAY))
                .containsExactly(
                        new ClaimRate(coupon, 2, 4, 2),
                        new ClaimRate(delivery, 1, 1, 0),
                        new ClaimRate(delivery, 2, 4, 0));
        assertThat(reading.rates(LocalDate.parse("2025-03-03")))
                .as("bob’s is of 2024-03-03, the day before the twelve months")
                .startsWith(new ClaimRate(coupon, 2, 4, 0));
        assertThat(reading.rates(LocalDate.parse("2025-03-02"))).startsWith(new ClaimRate(coupon, 2, 4, 1));
        assertThat(desk.claims(
                                new ClaimFilter(
                                        Optional.empty(),
                                        Optional.of(coupon),
                                        Optional.of(2),
                                        Optional.of(BenefitReading.firstDay(DAY)),
                                        false),
                                1,
                                9)
                        .rows())
                .as("whom the rate counts")
                .extracting(Claim::user)
                .containsExactly(bob, ann, ann);
    }

    @Test
    void expectedAreTheClaimsThereWereElseTheQuota() {
        publish(Map.of(2, Set.of(coupon, delivery)), "2023-01-01");
        for (int i = 0; i < 6; i++) {
            desk.claim(List.of(ann, bob, cid).get(i % 3), coupon, "k" + i, at("2024-03-0" + (i + 1) + "T10:00"));
        }
        Programme version = program.versions().getFirst();
        Tier two = version.ofRank(2);
        BenefitOutlook outlook = reading.outlook(DAY);
        ExpectedClaims coupons = outlook.expected().getFirst();
        assertThat(coupons)
                .isEqualTo(new ExpectedClaims(
                        catalogue.benefit(coupon),
                        ExpectedClaims.Basis.OBSERVED,
                        new ExpectedClaims.Seen(6, 12, 4),
                        List.of(new ExpectedClaims.InTier(two, new ExpectedClaims.Seen(6, 12, 4)))));
        assertThat(coupons.perUserAndMonth(two)).isEqualTo(Fraction.of(6, 12 * 4));
        assertThat(outlook.expected().getLast().basis()).isEqualTo(ExpectedClaims.Basis.ONCE_A_MONTH);
        assertThat(outlook.cost(version.terms().grants(), two, 4).rounded())
                .as("coupons: 4 users × 0.125 × 20.00; deliveries: 4 users × 1 × 5.00")
                .isEqualTo(new Money(1_000 + 2_000));
        assertThat(outlook.cost(new Grants(Map.of(2, Set.of(coupon))), two, 5).rounded())
                .as("with one more")
                .isEqualTo(new Money(1_250));
        assertThat(outlook.cost(version.terms().grants(), version.ofRank(1), 5)).isEqualTo(ExpectedCost.NONE);
    }

    /** 1,641 users × (12.50 a year and 2.00 a month) are 4,991.375; 1,507 are 4,583.7916…, and the difference is 407.5833… */
    @Test
    void costsAreRoundedOnceAndAwayFromNothing() {
        ExpectedCost yearly = new ExpectedCost(Fraction.of(12_50, 12));
        ExpectedCost monthly = new ExpectedCost(Fraction.of(2_00, 1));
        ExpectedCost each = yearly.plus(monthly);
        ExpectedCost draft = new ExpectedCost(each.minor().times(1_641));
        ExpectedCost now = new ExpectedCost(each.minor().times(1_507));
        assertThat(draft.rounded()).isEqualTo(new Money(4_991_38));
        assertThat(now.rounded()).isEqualTo(new Money(4_583_79));
        assertThat(draft.minus(now).rounded()).isEqualTo(new Money(407_58));
        assertThat(now.minus(draft).rounded()).isEqualTo(new Money(-407_58));
        assertThat(new ExpectedCost(Fraction.of(1, 2)).rounded()).isEqualTo(new Money(1));
        assertThat(new ExpectedCost(Fraction.of(-1, 2)).rounded()).isEqualTo(new Money(-1));
        assertThat(new ExpectedCost(Fraction.of(49, 100)).rounded()).isEqualTo(Money.ZERO);
    }

    /** In tier 2 it is claimed since January, in the lowest since the middle of February. */
    @Test
    void expectedInATierIsWhatWasClaimedInIt() {
        publish(Map.of(2, Set.of(coupon)), "2024-01-12");
        desk.claim(ann, coupon, "k1", at("2024-01-20T10:00"));
        desk.claim(bob, coupon, "k2", at("2024-02-20T10:00"));
        desk.claim(bob, coupon, "k3", at("2024-03-20T10:00"));
        Grants both = new Grants(Map.of(1, Set.of(coupon), 2, Set.of(coupon)));
        program.startDraft();
        program.saveDraft(program.draft().orElseThrow().terms().granting(both));
        program.publish(LocalDate.parse("2024-02-15"));
        tiering.evaluate(LocalDate.parse("2024-02-15"));
        tiering.evaluate(DAY);
        for (int i = 0; i < 4; i++) {
            desk.claim(eve, coupon, "e" + i, at("2024-03-0" + (i + 1) + "T10:00"));
        }
        long wrong = desk.claim(cid, coupon, "k4", at("2024-03-21T10:00")).id();
        desk.undo(wrong, "u4", "not there", at("2024-03-21T11:00"));

        Programme version = program.versions().getFirst();
        ExpectedClaims coupons = reading.outlook(DAY).expected().getFirst();
        assertThat(coupons.inTiers())
                .extracting(one -> one.tier().number(), ExpectedClaims.InTier::seen)
                .containsExactly(
                        tuple(1, new ExpectedClaims.Seen(4, 2, 1)), tuple(2, new ExpectedClaims.Seen(3, 3, 4)));
        assertThat(coupons.perUserAndMonth(version.ofRank(1))).isEqualTo(Fraction.of(4, 2));
        assertThat(coupons.perUserAndMonth(version.ofRank(2))).isEqualTo(Fraction.of(3, 3 * 4));
        assertThat(coupons.perUserAndMonth(version.ofRank(3)))
                .as("nobody is there to be seen: what all do")
                .isEqualTo(Fraction.of(7, 3 * 5));
    }

    @Test
    void aQuotaIsSpreadOverItsPeriod() {
        publish(Map.of(2, Set.of(coupon)), "2024-01-12");
        Tier two = program.versions().getFirst().ofRank(2);
        Fraction half = Fraction.of(1, 2);
        Map<QuotaPeriod, Fraction> expected = Map.of(
                QuotaPeriod.MONTH, Fraction.of(6, 1),
                QuotaPeriod.YEAR, half,
                QuotaPeriod.EVER, half,
                QuotaPeriod.TERM, half);
        expected.forEach((period, each) -> {
            catalogue.change(coupon, catalogue.benefit(coupon).edition(), Benefits.coupon(6, period));
            ExpectedClaims one = reading.outlook(DAY).expected().getFirst();
            assertThat(one.basis()).isEqualTo(ExpectedClaims.Basis.QUOTA);
            assertThat(one.perUserAndMonth(two)).as(period.name()).isEqualTo(each);
        });
        assertThat(reading.outlook(DAY).expected().getFirst().seen().months())
                .as("12 January until 31 March: two months and a third that has begun")
                .isEqualTo(3);
        assertThat(reading.outlook(LocalDate.parse("2024-03-11"))
                        .expected()
                        .getFirst()
                        .seen()
                        .months())
                .isEqualTo(2);
        assertThat(reading.outlook(LocalDate.parse("2024-03-12"))
                        .expected()
                        .getFirst()
                        .seen()
                        .months())
                .isEqualTo(3);
        catalogue.retire(coupon, true);
        assertThat(reading.outlook(DAY).expected())
                .extracting(one -> one.benefit().id())
                .containsExactly(delivery);
    }

    @Test
    void grantsTravelWithTheDraftAndWithRollingBack() {
        publish(Map.of(2, Set.of(coupon)), "2023-01-01");
        program.startDraft();
        assertThat(program.draft().orElseThrow().terms().grants().of(2)).containsExactly(coupon);
        program.saveDraft(program.draft()
                .orElseThrow()
                .terms()
                .granting(new Grants(Map.of(2, Set.of(delivery), 3, Set.of(coupon)))));
        program.addTier();
        program.removeTier(3);
        assertThat(program.draft().orElseThrow().terms().grants().mention(coupon))
                .isFalse();
        assertThat(program.versions().getLast().terms().grants().of(2)).containsExactly(coupon);
        program.publish(LocalDate.parse("2024-02-01"));
        program.rollBack(1, 2, LocalDate.parse("2024-02-02"));
        assertThat(program.versions().getFirst().terms().grants().of(2)).containsExactly(coupon);
        tiering.evaluate(LocalDate.parse("2024-02-01"));
        desk.claim(ann, delivery, "k1", at("2024-02-01T10:00"));
        tiering.evaluate(LocalDate.parse("2024-02-02"));
        desk.claim(ann, coupon, "k2", at("2024-02-02T10:00"));
        assertThat(desk.benefitsOf(ann, LocalDate.parse("2024-02-02")))
                .extracting(one -> one.benefit().id())
                .containsExactly(coupon);
    }

    @Test
    void theFirstDraftShowsWhatPublishingItBrings() {
        Facts facts = new Facts(jdbc);
        facts.refund(cid, "2024-01-11", 1);
        facts.order(ann, "2024-01-12T23:59:59.999", 400_000);
        facts.order(bob, "2024-01-13T00:00", 400_000);
        for (int visit = 0; visit < 3; visit++) {
            jdbc.sql("""
                            insert into activity.behaviour (user_id, type, happened_at, count, intake_id)
                            select user_id, 'visit', timestamptz '2024-01-11 12:00+08' + make_interval(hours => :visit), 1, 1
                            from users.users where name = 'eve'
                            """).param("visit", visit).update();
        }
        metrics.refreshAll(FIRST, 365);
        histories.refreshAll();
        program.startDraft();
        program.saveDraft(new ProgrammeTerms(
                Programmes.usual().reach(),
                Programmes.usual().keep(),
                RefundRule.AT_DUE,
                Programmes.usual().orderFactor(),
                List.of(new ActivityRule("visit", 1, Optional.of(2), Optional.of(1))),
                Programmes.usual().tiers()));
        Programme draft = program.draft().orElseThrow();

        Impact first = drafts.first(draft).orElseThrow();
        assertThat(first.users()).isEqualTo(5);
        assertThat(List.of(first.first(1), first.first(2), first.first(3)))
                .as("cid’s refund of a cent takes nothing; eve’s visits bring 1 at most")
                .containsExactly(0L, 4L, 1L);
        assertThat(drafts.scale(draft).reaching(1_000)).isEqualTo(5);
        assertThat(drafts.scale(draft).reaching(5_000)).isEqualTo(1);

        program.publish(FIRST);
        tiering.postGrowth();
        tiering.evaluate(FIRST);
        Map<Integer, Long> users = new HashMap<>();
        Programme published = program.versions().getFirst();
        tiers.counts()
                .forEach(count ->
                        users.put(published.tier(count.tierId()).orElseThrow().rank(), count.users()));
        assertThat(users).isEqualTo(Map.of(2, 4L, 3, 1L));
        assertThat(drafts.first(published)).isEmpty();
        assertThat(drafts.scale(published).reaching(5_000)).isEqualTo(1);
    }

    private BenefitFigures figures(String day, long benefit) {
        return reading.figures(LocalDate.parse(day)).getOrDefault(benefit, BenefitFigures.none(0));
    }

    private void publish(Map<Integer, Set<Long>> grants, String from) {
        program.startDraft();
        program.saveDraft(Programmes.usual().granting(new Grants(grants)));
        program.publish(LocalDate.parse(from));
        metrics.refreshAll(FIRST, 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(FIRST);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}
