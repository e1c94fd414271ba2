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
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ann claims in tier 2 are points, given once and taken back once. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ClaimingPointsTests {

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
    private JdbcClient jdbc;

    private Claims claims;
    private UserId ann;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 99_900);
        claims = new Claims(catalogue, desk, new Nights(metrics, histories, program, tiering));
    }

    @Test
    void pointsAreGoodForTheDaysTheBenefitSaid() {
        long birthday = claims.granted(Benefits.birthday());
        desk.claim(ann, birthday, "k1", Claims.at("2024-02-01T23:59:59.999"));
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
        desk.claim(ann, birthday, "k2", Claims.at("2024-02-02T00:00"));
        assertThat(ledger.lots(ann))
                .extracting(lot -> lot.amount().value(), Lot::availableFrom, Lot::lastDay)
                .containsExactlyInAnyOrder(
                        tuple(100L, LocalDate.parse("2024-02-01"), Optional.of(LocalDate.parse("2024-05-01"))),
                        tuple(7L, LocalDate.parse("2024-02-02"), Optional.empty()));
    }

    @Test
    void pointsAreGivenOnceAndTakenBackOnce() {
        long birthday = claims.granted(Benefits.birthday());
        Claim claim = desk.claim(ann, birthday, "k1", Claims.at("2024-02-01T10:00"));
        desk.claim(ann, birthday, "k1", Claims.at("2024-02-01T10:00"));
        assertThat(balance()).isEqualTo(100);
        assertThatThrownBy(() -> desk.claim(ann, birthday, "k2", Claims.at("2024-02-02T10:00")))
                .isInstanceOf(QuotaUsedUp.class);
        assertThat(balance()).isEqualTo(100);
        desk.undo(claim.id(), "u1", "not today", Claims.at("2024-02-02T10:00"));
        desk.undo(claim.id(), "u1", "not today", Claims.at("2024-02-02T10:00"));
        assertThat(balance()).isZero();
        desk.claim(ann, birthday, "k3", Claims.at("2024-02-03T10:00"));
        assertThat(balance()).isEqualTo(100);
        assertThat(points.drift(10)).isEmpty();
    }

    private long balance() {
        return ledger.balance(ann, LocalDate.parse("2024-03-01")).total().value();
    }
}
