package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UnknownUser;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Ann holds tier 2 from 2024-01-12 for twelve months, bob the lowest; tier 2 grants what a test says. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ClaimingBenefitsTests {

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
    private JdbcClient jdbc;

    private Nights nights;
    private Claims claims;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 99_900);
        nights = new Nights(metrics, histories, program, tiering);
        claims = new Claims(catalogue, desk, nights);
    }

    @Test
    void onlyWhoseTierGrantsItClaimsABenefit() {
        long delivery = claims.granted(Benefits.delivery());
        Claim claim = desk.claim(ann, delivery, "k1", Claims.at("2024-02-01T10:00"));
        assertThat(claim.cost().minor()).isEqualTo(500);
        assertThat(claim.day()).isEqualTo("2024-02-01");
        assertThat(claim.tierEn()).isEqualTo("Tier 2");
        assertThatThrownBy(() -> desk.claim(bob, delivery, "k2", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(BenefitNotGranted.class);
        assertThatThrownBy(() -> desk.claim(ann, 99, "k3", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(UnknownBenefit.class);
        assertThatThrownBy(() -> desk.claim(new UserId(999), delivery, "k4", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(UnknownUser.class);
        assertThatThrownBy(() -> desk.claim(ann, delivery, "k5", Claims.at("2024-01-11T23:59:59.999")))
                .as("before the day on which the tier began")
                .isInstanceOf(BenefitNotGranted.class);
        assertThat(desk.claim(ann, delivery, "k6", Claims.at("2024-01-12T00:00"))
                        .day())
                .isEqualTo(Claims.FIRST);
    }

    @Test
    void aKeyIsOneClaim() {
        long delivery = claims.granted(Benefits.delivery());
        Claim first = desk.claim(ann, delivery, "k1", Claims.at("2024-02-01T10:00"));
        assertThat(desk.claim(ann, delivery, "k1", Claims.at("2024-03-01T10:00")))
                .isEqualTo(first);
        long other = catalogue.create(Benefits.coupon(1, QuotaPeriod.MONTH));
        assertThatThrownBy(() -> desk.claim(ann, other, "k1", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        assertThatThrownBy(() -> desk.claim(bob, delivery, "k1", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        for (String unreadable : new String[] {"", "  ", "x".repeat(201), "a\u0000b"}) {
            assertThatThrownBy(() -> desk.claim(ann, delivery, unreadable, Claims.at("2024-02-01T10:00")))
                    .isInstanceOf(ClaimKeyUnreadable.class);
        }
        assertThat(claims.by(ann)).isOne();
    }

    @Test
    void whoLosesTheTierLosesTheBenefit() {
        long delivery = claims.granted(Benefits.delivery());
        desk.claim(ann, delivery, "k1", Claims.at("2025-02-10T10:00"));
        nights.evaluate(LocalDate.parse("2025-03-01"));
        assertThat(desk.benefitsOf(ann, LocalDate.parse("2025-03-01"))).isEmpty();
        assertThatThrownBy(() -> desk.claim(ann, delivery, "k2", Claims.at("2025-03-01T10:00")))
                .isInstanceOf(BenefitNotGranted.class);
        assertThat(claims.by(ann)).isOne();
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
        long gift = claims.granted(days);
        assertThatThrownBy(() -> desk.claim(ann, gift, "k1", Claims.at("2024-02-01T23:59:59.999")))
                .isInstanceOf(BenefitNotActive.class);
        desk.claim(ann, gift, "k2", Claims.at("2024-02-02T00:00"));
        desk.claim(ann, gift, "k3", Claims.at("2024-02-03T23:59:59.999"));
        assertThatThrownBy(() -> desk.claim(ann, gift, "k4", Claims.at("2024-02-04T00:00")))
                .isInstanceOf(BenefitNotActive.class);
        catalogue.retire(gift, true);
        assertThatThrownBy(() -> desk.claim(ann, gift, "k5", Claims.at("2024-02-03T10:00")))
                .isInstanceOf(BenefitNotActive.class);
        assertThat(desk.benefitsOf(ann, LocalDate.parse("2024-02-03"))).isEmpty();
        assertThat(desk.claims(ClaimFilter.of(ann), 1, 9).rows())
                .extracting(Claim::nameEn)
                .containsExactly("Gift", "Gift");
        catalogue.retire(gift, false);
        desk.claim(ann, gift, "k6", Claims.at("2024-02-03T10:00"));
    }

    @Test
    void anUndoneClaimStaysAndCountsNoLonger() {
        long coupon = claims.granted(Benefits.coupon(1, QuotaPeriod.MONTH));
        Claim claim = desk.claim(ann, coupon, "k1", Claims.at("2024-02-01T10:00"));
        assertThatThrownBy(() -> desk.undo(claim.id(), "u1", " ", Claims.at("2024-02-02T10:00")))
                .isInstanceOf(GivenWithoutReason.class);
        Claim undone = desk.undo(claim.id(), "u1", "wrong user", Claims.at("2024-02-02T10:00"));
        assertThat(undone.undoing().orElseThrow().reason()).isEqualTo("wrong user");
        assertThat(desk.undo(claim.id(), "u1", "wrong user", Claims.at("2024-02-03T10:00")))
                .isEqualTo(undone);
        assertThatThrownBy(() -> desk.undo(claim.id(), "u2", "again", Claims.at("2024-02-03T10:00")))
                .isInstanceOf(ClaimUndoneAlready.class);
        assertThatThrownBy(() -> desk.undo(claim.id(), "k1", "its own key", Claims.at("2024-02-03T10:00")))
                .isInstanceOf(ClaimKeyTaken.class);
        assertThatThrownBy(() -> desk.undo(99, "u9", "nothing", Claims.at("2024-02-03T10:00")))
                .isInstanceOf(UnknownClaim.class);
        assertThat(desk.claim(ann, coupon, "k1", Claims.at("2024-02-03T10:00"))).isEqualTo(undone);
        desk.claim(ann, coupon, "k2", Claims.at("2024-02-03T10:00"));
        assertThat(claims.by(ann)).isEqualTo(2);
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
        long coupon = claims.granted(Benefits.coupon(9, QuotaPeriod.MONTH));
        Claim claim = desk.claim(ann, coupon, "k1", Claims.at("2024-02-01T10:00"));
        catalogue.change(
                coupon, 1, Benefits.of(BenefitKind.COUPON, "Coupon", "优惠券", 9_999, Optional.empty(), Optional.empty()));
        assertThat(desk.claim(claim.id()).cost().minor()).isEqualTo(2_000);
        assertThatThrownBy(
                        () -> jdbc.sql("update membership.claim set cost = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsClaimAndManagersUndo() {
        assertThatThrownBy(() -> desk.claim(ann, 1, "k1", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(UnknownBenefit.class);
        assertThatThrownBy(() -> desk.undo(1, "u1", "why", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.create(Benefits.delivery())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.change(1, 1, Benefits.delivery())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> catalogue.retire(1, true)).isInstanceOf(AccessDeniedException.class);
    }
}
