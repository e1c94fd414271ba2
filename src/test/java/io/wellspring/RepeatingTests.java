package io.wellspring;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.activity.ActivityLog;
import io.wellspring.activity.BehaviourRow;
import io.wellspring.activity.OrderIntake;
import io.wellspring.activity.OrderKind;
import io.wellspring.activity.OrderReport;
import io.wellspring.activity.OrderRow;
import io.wellspring.activity.OrderTerms;
import io.wellspring.lifecycle.LifecycleStaging;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.rfm.RfmReading;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.rfm.RfmSnapshot;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.Money;
import io.wellspring.staff.AsStaff;
import io.wellspring.users.UserIntake;
import io.wellspring.users.UserRow;
import io.wellspring.users.UserTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that is done again, as after a crash, leaves what it left the first time; where nothing changed, not a row is written. */
@WellspringTest
@AsStaff
class RepeatingTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");
    private static final Instant WHEN = Instant.parse("2026-07-01T02:00:00Z");
    private static final OrderTerms TERMS = new OrderTerms("file", true, false, WHEN);

    @Autowired
    private UserIntake users;

    @Autowired
    private OrderIntake orders;

    @Autowired
    private ActivityLog activity;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private RfmScoring scoring;

    @Autowired
    private RfmReading snapshots;

    @Autowired
    private LifecycleStaging lifecycle;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void rehearsingUsers() {
        stageUsers(1);
        IntakeReport first = users.rehearse(1, UserTerms.usual(false, WHEN));
        List<String> staged = contents("users.intake_row");

        assertThat(users.rehearse(1, UserTerms.usual(false, WHEN))).isEqualTo(first);
        assertThat(contents("users.intake_row")).isEqualTo(staged);
        assertThat(contents("users.users")).isEmpty();
        stageUsers(1);
        assertThat(users.rehearse(1, UserTerms.usual(false, WHEN))).isEqualTo(first);
    }

    @Test
    void mergingUsers() {
        stageUsers(1);
        users.merge(1, UserTerms.usual(false, WHEN));
        List<String> registry = versions("users.users", "users.identity");

        IntakeReport again = users.merge(1, UserTerms.usual(false, WHEN));

        assertThat(again.unchanged()).isEqualTo(again.rows() - again.rejected()).isPositive();
        assertThat(versions("users.users", "users.identity")).isEqualTo(registry);
        users.discard(1);
        users.discard(1);
        assertThat(contents("users.intake_row")).isEmpty();
    }

    @Test
    void mergingOrders() {
        stageOrders(2);
        OrderReport rehearsed = orders.rehearse(2, TERMS);
        assertThat(orders.rehearse(2, TERMS)).isEqualTo(rehearsed);
        orders.merge(2, TERMS);
        List<String> facts = versions("users.users", "users.identity", "activity.order_fact", "activity.order_number");

        OrderReport again = orders.merge(2, TERMS);

        assertThat(again.rows().unchanged())
                .isEqualTo(again.rows().rows() - again.rows().rejected())
                .isPositive();
        assertThat(again.newUsers()).isZero();
        assertThat(versions("users.users", "users.identity", "activity.order_fact", "activity.order_number"))
                .isEqualTo(facts);
    }

    @Test
    void takingBehaviour() {
        mergedUsers();
        takeBehaviour(3);
        List<String> facts = versions("activity.behaviour");

        assertThat(takeBehaviour(3)).isZero();
        assertThat(versions("activity.behaviour")).isEqualTo(facts).isNotEmpty();
    }

    @Test
    void removingTheDemo() {
        stageUsers(1);
        users.merge(1, UserTerms.usual(true, WHEN));
        stageOrders(2);
        orders.merge(2, new OrderTerms("demo", false, true, WHEN));

        assertThat(orders.removeDemo()).isPositive();
        assertThat(users.removeDemo()).isPositive();
        assertThat(orders.removeDemo()).isZero();
        assertThat(activity.removeDemo()).isZero();
        assertThat(users.removeDemo()).isZero();
        assertThat(contents("users.identity")).isEmpty();
    }

    @Test
    void refreshingFigures() {
        mergedOrders();
        metrics.refreshAll(AS_OF, 365);
        List<String> figures = versions("metrics.user_metrics", "metrics.day_figures");
        List<String> periods = contents("metrics.period_figures");

        metrics.refreshAll(AS_OF, 365);
        metrics.refreshTouched(2, AS_OF, 365);

        assertThat(versions("metrics.user_metrics", "metrics.day_figures"))
                .isEqualTo(figures)
                .isNotEmpty();
        assertThat(contents("metrics.period_figures")).isEqualTo(periods).isNotEmpty();
        assertThat(metrics.drift(10)).isEmpty();
    }

    @Test
    void scoring() {
        mergedOrders();
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF.minusDays(30));
        scoring.run(AS_OF);
        List<String> scores = contents("rfm.score", "rfm.cell", "rfm.migration", "rfm.model");

        RfmSnapshot again = scoring.run(AS_OF).orElseThrow();

        assertThat(contents("rfm.score", "rfm.cell", "rfm.migration", "rfm.model"))
                .isEqualTo(scores)
                .isNotEmpty();
        assertThat(snapshots.snapshots()).hasSize(2).first().isEqualTo(again);
    }

    @Test
    void refreshingProfiles() {
        mergedOrders();
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        lifecycle.refreshAll(AS_OF);
        profiles.refreshAll();
        List<String> kept = versions("profiles.profile");

        profiles.refreshAll();
        profiles.refreshTouched(2);

        assertThat(versions("profiles.profile")).isEqualTo(kept).isNotEmpty();
        assertThat(profiles.drift(10)).isEmpty();
    }

    @Test
    void stagingUsers() {
        mergedOrders();
        metrics.refreshAll(AS_OF, 365);
        lifecycle.refreshAll(AS_OF);
        List<String> ranges = versions("lifecycle.stage_range");
        List<String> moves = contents("lifecycle.day_moves", "lifecycle.thresholds");

        lifecycle.refreshAll(AS_OF);
        lifecycle.refreshTouched(2, AS_OF);
        lifecycle.turnTo(AS_OF);

        assertThat(versions("lifecycle.stage_range")).isEqualTo(ranges).isNotEmpty();
        assertThat(contents("lifecycle.day_moves", "lifecycle.thresholds"))
                .isEqualTo(moves)
                .isNotEmpty();
        assertThat(lifecycle.drift(10)).isZero();
    }

    private void mergedUsers() {
        stageUsers(1);
        users.merge(1, UserTerms.usual(false, WHEN));
    }

    private void mergedOrders() {
        mergedUsers();
        stageOrders(2);
        orders.merge(2, TERMS);
    }

    private void stageUsers(long intake) {
        users.stage(
                intake,
                rows -> Stream.of(
                                user(1, "X-ann", "+8613800002210", "ann@example.com"),
                                user(2, "X-bob", null, null),
                                user(3, "X-cid", "+8613800002210", null),
                                user(4, "X-ann", null, null))
                        .forEach(rows));
    }

    private void stageOrders(long intake) {
        orders.stage(
                intake,
                rows -> Stream.of(
                                order(1, OrderKind.ORDER, "N1", "X-ann", "2026-06-01T04:00:00Z", 500),
                                order(2, OrderKind.REFUND, "N1", "X-ann", "2026-06-05T04:00:00Z", 100),
                                order(3, OrderKind.ORDER, "N2", "X-bob", "2026-02-01T04:00:00Z", 900),
                                order(4, OrderKind.ORDER, "N2", "X-bob", "2026-02-02T04:00:00Z", 900),
                                order(5, OrderKind.ORDER, "N3", "X-new", "2026-05-01T04:00:00Z", 200))
                        .forEach(rows));
    }

    private long takeBehaviour(long intake) {
        return activity.take(
                intake,
                rows -> rows.accept(new BehaviourRow("X-ann", "login", Instant.parse("2026-06-01T04:00:00Z"), 2)),
                false);
    }

    private static UserRow user(long line, String externalId, @Nullable String phone, @Nullable String email) {
        return new UserRow(
                line,
                externalId,
                externalId.substring(2),
                phone,
                email,
                null,
                null,
                null,
                "Hangzhou",
                "shop",
                Instant.parse("2026-01-10T04:00:00Z"));
    }

    private static OrderRow order(
            long line, OrderKind kind, String number, String externalId, String paidAt, long amount) {
        return new OrderRow(
                line, kind, number, externalId, null, null, Instant.parse(paidAt), new Money(amount), "shop");
    }

    private List<String> contents(String... tables) {
        return rows("t::text", tables);
    }

    /** The rows and which transaction wrote each of them: equal only if none was written again. */
    private List<String> versions(String... tables) {
        return rows("t.xmin::text || ' ' || t::text", tables);
    }

    private List<String> rows(String row, String... tables) {
        return Stream.of(tables)
                .flatMap(
                        table -> jdbc
                                .sql("select " + row + " from " + table + " t order by t::text")
                                .query(String.class)
                                .list()
                                .stream())
                .toList();
    }
}
