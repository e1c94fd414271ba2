package io.wellspring.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A ledger too long to be added up on a page: bob earned one point so many times. */
@WellspringTest
@AsStaff(Role.MANAGER)
class AddingUpTests {

    private static final long MANY = PointsReading.MOST_ON_A_PAGE + 1;

    @Autowired
    private PointsReading reading;

    @Autowired
    private PointsSums sums;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;
    private LocalDate today;

    @BeforeEach
    void aLongLedger() {
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        today = clock.today();
        jdbc.sql("insert into points.account (user_id) values (:user)")
                .param("user", bob.value())
                .update();
        jdbc.sql("""
                        insert into points.entry (user_id, entry_id, kind, amount, day, at, source, reason, by_name)
                        select :user, nextval('points.entry_number'), 'EARN', 1, :day, now(), 'test', '', 'test'
                        from generate_series(1, :many) n
                        """)
                .param("user", bob.value())
                .param("day", today)
                .param("many", MANY)
                .update();
        jdbc.sql("""
                        insert into points.lot (user_id, lot_id, amount, remaining, available_from, expires_on)
                        select user_id, entry_id, amount, amount, day, day + 40
                        from points.entry
                        """).update();
    }

    @Test
    void isAddedUpInTheBackgroundTheFirstTime() {
        assertThat(reading.ofAll()).isEmpty();
        assertThat(reading.reconciliation(9)).isEmpty();
        for (String page : List.of("/points", "/points/liability", "/points/reconciliation")) {
            assertThat(get(page)).hasStatusOk().bodyText().contains("Not added up yet", "Add up now", page);
        }
        backAtTheKeyboard();
        sums.addUpIfShort(today);
        sums.addUpIfShort(today);
        assertThat(reading.ofAll()).as("it is not short").isEmpty();
        assertThat(get("/points"))
                .bodyText()
                .contains("Not added up yet", "Waiting")
                .doesNotContain("Add up now");
        backAtTheKeyboard();
        assertThat(jdbc.sql("select count(*) from jobs.job_run where job = 'points.add-up'")
                        .query(Long.class)
                        .single())
                .as("asked for once")
                .isEqualTo(1);
        jobs.runPending("points.add-up");

        assertThat(get("/points")).bodyText().contains("Added up", "200,001").doesNotContain("Not added up yet");
        assertThat(get("/points/reconciliation")).bodyText().contains("Everything adds up");
        backAtTheKeyboard();
        sums.addUpIfShort(today);
        assertThat(sums.run())
                .hasValueSatisfying(run -> assertThat(run.isOver()).isTrue());
    }

    @Test
    void isShownAsItWasAddedUpLast() {
        sums.addUp(today);
        PointsOfAll all = reading.ofAll().orElseThrow();
        assertThat(all.kept()).isTrue();
        assertThat(all.asOf()).isEqualTo(today);
        assertThat(all.flows()).isEqualTo(reading.flows());
        assertThat(all.outstanding()).isEqualTo(reading.outstanding(today));
        assertThat(all.outstanding().present()).isEqualTo(MANY);
        assertThat(all.expiring()).isEqualTo(reading.expiring(today)).hasSize(1);

        earn();
        assertThat(reading.ofAll().orElseThrow().outstanding().present()).isEqualTo(MANY);
        assertThat(reading.outstanding(today).present()).isEqualTo(MANY + 5);

        sums.addUp(today);
        assertThat(reading.ofAll().orElseThrow().outstanding().present()).isEqualTo(MANY + 5);
        assertThat(reading.ofAll().orElseThrow().expiring())
                .isEqualTo(reading.expiring(today))
                .last()
                .satisfies(month -> assertThat(month.month()).isEmpty());
    }

    @Test
    void isComparedWhenSomebodyAsks() throws Exception {
        assertThat(sums.compare()).isZero();
        jdbc.sql("update points.account set debt = 1").update();
        assertThat(get("/points/reconciliation")).bodyText().contains("Everything adds up", "Added up", "Add up now");

        assertThat(mvc.post()
                        .uri("/points/sums")
                        .param("back", "/points/reconciliation")
                        .with(csrf()))
                .hasRedirectedUrl("/points/reconciliation");
        assertThat(get("/points/reconciliation")).bodyText().contains("Waiting").doesNotContain("Add up now");
        backAtTheKeyboard();
        jobs.runPending("points.add-up");

        assertThat(get("/points/reconciliation")).bodyText().contains("2 things do not add up", "Add up now");
        assertThat(get("/points")).bodyText().contains("Added up", "200,001");
        assertThat(get("/points/liability")).bodyText().contains("Added up", "200,001");
        assertThat(mvc.post()
                        .uri("/points/sums")
                        .param("back", "https://example.org")
                        .with(csrf()))
                .hasRedirectedUrl("/points");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsLookAtIt() {
        jdbc.sql("insert into points.compared (at) values (now())").update();
        assertThat(get("/points/reconciliation"))
                .bodyText()
                .contains("Everything adds up", "Added up")
                .doesNotContain("Add up now");
    }

    private void earn() {
        ledger.earn(new Earning(
                bob,
                new Points(5),
                new BusinessKey("five"),
                today,
                today,
                new ExpiryPolicy.Never(),
                new Cause("test", "")));
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).header("Accept-Language", "en").exchange();
    }
}
