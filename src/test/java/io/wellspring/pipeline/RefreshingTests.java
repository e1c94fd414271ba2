package io.wellspring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.imports.DemoData;
import io.wellspring.imports.ImportDesk;
import io.wellspring.imports.ImportKind;
import io.wellspring.jobs.JobRunner;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.lifecycle.LifecycleStaging;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsLedger;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class RefreshingTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private DemoData demo;

    @Autowired
    private Refresh refresh;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private LifecycleStaging lifecycle;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anImportIsFollowedByFiguresScoresAndProfilesAsOfItsLastOrder() throws Exception {
        importOrders("O1,A1,1998-06-01,10\nO2,A1,1998-06-30,20\nO3,A2,1997-01-01,5\n");

        assertThat(metrics.current().orElseThrow().asOf()).isEqualTo(LocalDate.of(1998, 6, 30));
        assertThat(jdbc.sql(
                                "select as_of || ' ' || scored_users || '/' || unscored_users from rfm.snapshot order by as_of")
                        .query(String.class)
                        .list())
                .as("a month earlier there was nobody to score")
                .containsExactly("1998-06-30 1/1");
        assertThat(jdbc.sql("select net_amount from profiles.profile order by net_amount desc")
                        .query(Long.class)
                        .list())
                .containsExactly(3000L, 500L);
    }

    @Test
    void whatTouchedUsersGetIsWhatARefreshOfAllWouldGive() throws Exception {
        importOrders("O1,A1,1998-06-01,10\nO2,A2,1998-06-30,20\n");
        importOrders("O3,A1,1998-06-15,7\nO4,A3,1998-06-29,-2\n");

        assertThat(metrics.drift(10)).isEmpty();
        assertThat(lifecycle.drift(10)).isZero();
        assertThat(profiles.drift(10)).isEmpty();
        refresh.request();
        jobs.runPending();
        assertThat(metrics.drift(10)).isEmpty();
        assertThat(lifecycle.drift(10)).isZero();
        assertThat(profiles.drift(10)).isEmpty();
    }

    @Test
    void theNightlyRunFindsFiguresThatDriftedAndMendsThem() throws Exception {
        importOrders("O1,A1,1998-06-01,10\nO2,A2,1998-06-30,20\n");
        nightly();
        assertThat(lastError()).isEmpty();

        jdbc.sql("update metrics.user_metrics set orders = 7 where orders = 1 and net_amount = 1000")
                .update();
        nightly();

        assertThat(lastError()).hasValue("refusal.FiguresDrifted");
        assertThat(metrics.drift(10)).isEmpty();
        assertThat(lifecycle.drift(10)).isZero();
        assertThat(profiles.drift(10)).isEmpty();
        nightly();
        assertThat(lastError()).isEmpty();
    }

    @Test
    void theNightlyRunFindsStagesThatDriftedAndMendsThem() throws Exception {
        importOrders("O1,A1,1998-06-01,10\nO2,A2,1998-06-30,20\n");
        jdbc.sql("update lifecycle.stage_range set stage = 'MATURE' where stage = 'NEW' and since = '1998-06-01'")
                .update();
        nightly();

        assertThat(lastError()).hasValue("refusal.FiguresDrifted");
        assertThat(lifecycle.drift(10)).isZero();
        nightly();
        assertThat(lastError()).isEmpty();
    }

    @Test
    void theNightlyRunExpiresPointsAndSeesWhetherTheyAddUp() throws Exception {
        importOrders("O1,A1,1998-06-01,10\n");
        earn(clock.today().minusDays(1));
        nightly();

        assertThat(lastError()).isEmpty();
        assertThat(count("points.entry where kind = 'EXPIRE' and amount = -40")).isOne();

        jdbc.sql("update points.account set debt = 5").update();
        nightly();
        assertThat(lastError()).hasValue("refusal.PointsUnbalanced");
        assertThat(count("points.account where debt = 5"))
                .as("nothing mends it but people")
                .isOne();
    }

    @Test
    void demoDataComesInByTheSameDoorsAndGoesWithoutATrace() {
        demo.load();
        jobs.runPending();
        earn(clock.today());

        assertThat(count("users.users where demo")).isEqualTo(20_000);
        assertThat(count("activity.order_fact where demo")).isGreaterThan(50_000);
        assertThat(count("activity.order_fact where kind = 'REFUND'")).isGreaterThan(1_000);
        assertThat(count("activity.behaviour where demo")).isGreaterThan(50_000);
        assertThat(count("profiles.profile")).isEqualTo(20_000);
        assertThat(count("rfm.snapshot")).as("with one of a month earlier").isEqualTo(2);
        assertThat(count("rfm.migration")).isPositive();
        assertThat(count("profiles.profile where stage is null")).isZero();

        demo.remove();
        jobs.runPending();

        for (String table : new String[] {
            "users.users",
            "users.identity",
            "activity.order_fact",
            "activity.order_number",
            "activity.behaviour",
            "metrics.user_metrics",
            "profiles.profile",
            "lifecycle.stage_range",
            "lifecycle.day_moves",
            "points.account",
            "points.entry",
            "points.lot",
            "points.business_key",
            "rfm.score",
            "imports.import_file"
        }) {
            assertThat(count(table)).as(table).isZero();
        }
        assertThat(count("audit.entry where action = 'demo.load-requested' and staff_id is not null"))
                .isOne();
        assertThat(count("audit.entry where action = 'demo.removal-requested' and staff_id is not null"))
                .isOne();
    }

    /** Somebody gets forty points that are good through a day. */
    private void earn(LocalDate lastDay) {
        UserId user = new UserId(jdbc.sql("select min(user_id) from users.users")
                .query(Long.class)
                .single());
        ledger.earn(new Earning(
                user,
                new Points(40),
                new BusinessKey("order:1"),
                lastDay,
                lastDay,
                new ExpiryPolicy.AfterDays(0),
                new Cause("order", "")));
    }

    private void importOrders(String rows) throws Exception {
        long id = desk.upload(
                ImportKind.ORDERS,
                "orders.csv",
                new ByteArrayInputStream(
                        ("order no,customer id,paid at,amount\n" + rows).getBytes(StandardCharsets.UTF_8)));
        desk.rehearse(id);
        jobs.runPending();
        desk.commit(id);
        jobs.runPending();
    }

    private void nightly() {
        runner.submit("refresh", "", "");
        jobs.runPending();
    }

    private Optional<String> lastError() {
        return runner.latest("refresh", "").orElseThrow().error();
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
