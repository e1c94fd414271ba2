package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.users.UserMerging;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Ann, in tier 2, claims no more than the quota says in a month, a year or a term, however many ask at once. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ClaimingWithinQuotasTests {

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
    private UserMerging merging;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Nights nights;
    private Claims claims;
    private UserId ann;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 99_900);
        nights = new Nights(metrics, histories, program, tiering);
        claims = new Claims(catalogue, desk, nights);
    }

    @Test
    void aMonthEndsWithItsLastInstantInTheBusinessZone() {
        long coupon = claims.granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        desk.claim(ann, coupon, "k1", Claims.at("2024-02-01T00:00"));
        assertThat(claims.left(ann, "2024-02-29")).hasValue(1L);
        desk.claim(ann, coupon, "k2", Claims.at("2024-02-29T23:59:59.999"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k3", Claims.at("2024-02-29T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        assertThat(claims.left(ann, "2024-02-29")).hasValue(0L);
        assertThat(claims.left(ann, "2024-03-01")).hasValue(2L);
        desk.claim(ann, coupon, "k4", Claims.at("2024-03-01T00:00"));
        assertThat(claims.left(ann, "2024-03-01")).hasValue(1L);
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k5", Claims.at("2024-02-29T23:59:59.999")))
                .as("a claim of March frees nothing in February")
                .isInstanceOf(QuotaUsedUp.class);
    }

    @Test
    void aYearIsThatOfTheCalendarAndEverIsEver() {
        long year = claims.granted(Benefits.coupon(1, QuotaPeriod.YEAR));
        desk.claim(ann, year, "k1", Claims.at("2024-02-01T10:00"));
        assertThatThrownBy(() -> desk.claim(ann, year, "k2", Claims.at("2024-12-31T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        desk.claim(ann, year, "k3", Claims.at("2025-01-01T00:00"));
        catalogue.change(year, 1, Benefits.coupon(2, QuotaPeriod.EVER));
        assertThatThrownBy(() -> desk.claim(ann, year, "k4", Claims.at("2034-01-01T00:00")))
                .isInstanceOf(QuotaUsedUp.class);
        catalogue.change(year, 2, Benefits.coupon(3, QuotaPeriod.EVER));
        desk.claim(ann, year, "k5", Claims.at("2034-01-01T00:00"));
    }

    @Test
    void aTermEndsWithItsDueDateAndTheDaysOfGraceAreOfTheNext() {
        long coupon = claims.granted(Benefits.coupon(1, QuotaPeriod.TERM));
        desk.claim(ann, coupon, "k1", Claims.at("2024-01-12T10:00"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k2", Claims.at("2025-01-11T23:59:59.999")))
                .isInstanceOf(QuotaUsedUp.class);
        desk.claim(ann, coupon, "k3", Claims.at("2025-01-12T00:00"));
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k4", Claims.at("2025-01-13T10:00")))
                .isInstanceOf(QuotaUsedUp.class);

        facts.order(ann, "2025-01-05", 100_000);
        nights.evaluate(LocalDate.parse("2025-03-01"));
        assertThat(claims.left(ann, "2025-03-01"))
                .as("the term was kept from its due date on, and one was claimed in it")
                .hasValue(0L);
    }

    @Test
    void manyAtOnceNeverExceedTheQuota() throws Exception {
        long coupon = claims.granted(Benefits.coupon(5, QuotaPeriod.MONTH));
        List<Callable<Boolean>> wishes = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(number ->
                        () -> claimed(() -> desk.claim(ann, coupon, "k" + number / 2, Claims.at("2024-02-01T10:00"))))
                .toList();
        assertThat(atOnce(wishes)).as("five keys, each asked for twice").isEqualTo(10);
        assertThat(claims.by(ann)).isEqualTo(5);
        assertThat(claims.left(ann, "2024-02-01")).hasValue(0L);

        List<Claim> done = desk.claims(ClaimFilter.of(ann), 1, 9).rows();
        List<Callable<Boolean>> regrets = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(number -> () -> claimed(() ->
                        desk.undo(done.get(number % 5).id(), "u" + number, "raced", Claims.at("2024-02-02T10:00"))))
                .toList();
        assertThat(atOnce(regrets)).as("each is undone once").isEqualTo(5);
        assertThat(claims.left(ann, "2024-02-01")).hasValue(5L);
    }

    @Test
    void pointsOfManyAtOnceAreThoseOfTheQuota() throws Exception {
        long birthday = claims.granted(Benefits.birthday());
        List<Callable<Boolean>> wishes = IntStream.range(0, 24)
                .<Callable<Boolean>>mapToObj(number ->
                        () -> claimed(() -> desk.claim(ann, birthday, "k" + number, Claims.at("2024-02-01T10:00"))))
                .toList();
        assertThat(atOnce(wishes)).isOne();
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void aMergedUsersClaimsCountAgainstTheQuotaOfWhoStays() {
        UserId eve = facts.user("eve", "2024-01-01");
        facts.order(eve, "2024-01-10", 200_000);
        long coupon = claims.granted(Benefits.coupon(3, QuotaPeriod.MONTH));
        Claim claim = desk.claim(eve, coupon, "k1", Claims.at("2024-02-01T10:00"));
        desk.undo(
                desk.claim(eve, coupon, "k2", Claims.at("2024-02-01T10:00")).id(),
                "u2",
                "twice",
                Claims.at("2024-02-01T11:00"));
        desk.claim(ann, coupon, "k3", Claims.at("2024-02-01T10:00"));
        merging.merge(ann, eve);
        assertThat(claims.by(ann)).isEqualTo(3);
        assertThat(claims.by(eve)).isZero();
        assertThat(claims.left(ann, "2024-02-01")).hasValue(1L);
        assertThat(desk.claim(eve, coupon, "k1", Claims.at("2024-02-01T10:00")).id())
                .as("asked again for who is gone")
                .isEqualTo(claim.id());
        assertThat(desk.claim(eve, coupon, "k4", Claims.at("2024-02-01T10:00")).user())
                .isEqualTo(ann);
        assertThatThrownBy(() -> desk.claim(ann, coupon, "k5", Claims.at("2024-02-01T10:00")))
                .isInstanceOf(QuotaUsedUp.class);
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

    private long balance() {
        return ledger.balance(ann, LocalDate.parse("2024-03-01")).total().value();
    }
}
