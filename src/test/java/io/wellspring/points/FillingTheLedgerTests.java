package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningBasis.OrderAmount;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.support.TransactionTemplate;

/** The first rules of a shop that has sold for long: nobody has points, and very many orders could give some. */
@WellspringTest
@AsStaff
class FillingTheLedgerTests {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    @Autowired
    private EmptyLedger emptyLedger;

    @Autowired
    private EarningRules rules;

    @Autowired
    private PointsEarning earning;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsReading reading;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private UserId ann;
    private UserId bob;

    @BeforeEach
    void manyOrders() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-02");
        facts.order(ann, "2026-02-01", 1_000);
        facts.order(bob, "2026-02-01", 2_000);
        facts.order(ann, "2026-02-02", 4_000);
        jdbc.sql("insert into activity.order_intake (intake_id, orders, refunds) values (2, 200000, 0)")
                .update();
    }

    @Test
    void theFirstPointsComeTogetherAndAreFoundLikeAnyOthers() {
        List<String> before = indexes();
        rules.create("Shopping", terms(1, EarningLimits.NONE));
        rules.create("Limited", terms(2, new EarningLimits(Optional.empty(), Optional.of(90L), Optional.empty())));

        PointsEarning.Earned first = earning.earn(TODAY);
        PointsEarning.Earned again = earning.earn(TODAY);

        assertThat(first).isEqualTo(new PointsEarning.Earned(6, 50 + 20 + 90 + 40, 0, 0));
        assertThat(again).isEqualTo(new PointsEarning.Earned(0, 0, 0, 0));
        assertThat(balance(ann)).isEqualTo(140);
        assertThat(balance(bob)).isEqualTo(60);
        assertThat(reading.drift(10)).isEmpty();
        assertThat(indexes()).isEqualTo(before);
    }

    @Test
    void whatBreaksOffHalfWayLeavesTheLedgerAsItWas() {
        List<String> before = indexes();
        rules.create("Shopping", terms(1, EarningLimits.NONE));

        assertThatThrownBy(() -> emptyLedger.fill(() -> {
                    earning.earn(TODAY);
                    throw new IllegalStateException("no room left");
                }))
                .hasMessage("no room left");

        assertThat(indexes()).isEqualTo(before);
        assertThat(balance(ann)).isZero();
        assertThat(earning.earn(TODAY).points()).isEqualTo(70);
    }

    /** Whoever earns holds an account and writes an entry after it: the first run must not hold the entries and wait for that account. */
    @Test
    void waitsForWhoIsWritingAndKeepsNobodyWaitingForIt() throws Exception {
        rules.create("Shopping", terms(1, EarningLimits.NONE));
        try (ExecutorService other =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            Future<PointsEarning.Earned> first = transaction.execute(status -> {
                jdbc.sql("insert into points.account (user_id) values (:ann)")
                        .param("ann", ann.value())
                        .update();
                Future<PointsEarning.Earned> filling = other.submit(() -> earning.earn(TODAY));
                await().until(this::somebodyWaits);
                ledger.earn(new Earning(
                        ann,
                        new Points(5),
                        new BusinessKey("gift"),
                        TODAY,
                        TODAY,
                        new ExpiryPolicy.Never(),
                        new Cause("test", "")));
                return filling;
            });
            assertThat(Objects.requireNonNull(first).get().points()).isEqualTo(70);
        }
        assertThat(balance(ann)).isEqualTo(50 + 5);
        assertThat(reading.drift(10)).isEmpty();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private long balance(UserId user) {
        return ledger.balance(user, TODAY).total().value();
    }

    private List<String> indexes() {
        return jdbc.sql("""
                        select indexdef
                        from pg_indexes
                        where schemaname = 'points'
                          and tablename in ('entry', 'lot', 'earned_fact')
                        order by indexname
                        """).query(String.class).list();
    }

    private static EarningTerms terms(long points, EarningLimits limits) {
        return new EarningTerms(
                new OrderAmount(points, new Money(100)),
                0,
                100,
                limits,
                0,
                new ExpiryPolicy.Never(),
                PlainRules.START,
                Optional.empty());
    }
}
