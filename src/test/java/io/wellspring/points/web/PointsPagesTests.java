package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Reversal;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bob earned a thousand, spent some, lost some to time, and owes some; every page says so in both languages. */
@WellspringTest
@AsStaff
class PointsPagesTests {

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private PointsExpiry expiry;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Pages pages;
    private BobsPoints points;
    private UserId bob;
    private LocalDate today;

    @BeforeEach
    void bobsPoints() {
        pages = new Pages(mvc);
        today = clock.today();
        points = new BobsPoints(ledger, expiry, today, jdbc);
        bob = points.bob();
    }

    @ParameterizedTest
    @CsvSource({
        "/points, Burn rate, 消耗率",
        "/points/liability, Liability calendar, 积分负债日历",
        "/points/ledger, Ledger, 积分流水",
        "/points/reconciliation, Everything adds up, 账目一致",
        "/points/adjustments, Nothing waits, 没有待批准的调整",
        "/points/settings, Points to one CNY, 多少积分等于 1 CNY"
    })
    void everyPageSpeaksBothLanguages(String page, String english, String chinese) {
        assertThat(pages.get(page, "en")).hasStatusOk().bodyText().contains(english);
        assertThat(pages.get(page, "zh-CN")).hasStatusOk().bodyText().contains(chinese);
    }

    @Test
    void theOverviewAddsUp() {
        assertThat(pages.get("/points", "en")).bodyText().contains("1,370", "470", "830", "¥8.30", "34.3%", "order");
    }

    @Test
    void thePagesAreThereBeforeAnyPoints() {
        jdbc.sql("truncate points.account, points.entry, points.lot, points.allocation, points.business_key")
                .update();
        assertThat(pages.get("/points", "en")).hasStatusOk().bodyText().contains("No points yet");
        assertThat(pages.get("/points/liability", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing outstanding");
        assertThat(pages.get("/points/ledger", "en")).hasStatusOk().bodyText().contains("No points yet");
        assertThat(pages.get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("No points yet");
    }

    @Test
    void theCalendarValuesWhatIsOutstanding() {
        assertThat(pages.get("/points/liability", "en"))
                .bodyText()
                .contains("530", "¥5.30", "Never", "300", "¥3.00", "100 points are worth 1 CNY")
                .as("a phone names each figure")
                .contains("data-label=\"Likely burned\"", "data-label=\"Lots\"");
    }

    /** Bob has 20 left of his last lot and owes 300; ann has 11. */
    @Test
    void whatIsSpendableTodayIsLessWhatItsOwnersOwe() {
        UserId ann = new Facts(jdbc).user("ann", "2026-01-01");
        ledger.earn(new Earning(
                ann, new Points(11), new BusinessKey("ann"), today, today, new ExpiryPolicy.Never(), BobsPoints.CAUSE));
        points.earn("order:N5", 40, new ExpiryPolicy.Never());
        points.spend("redemption:2", 850);
        ledger.reverseEarn(new Reversal(
                new BusinessKey("order:N2"), Optional.empty(), new BusinessKey("refund:N2"), today, BobsPoints.CAUSE));

        assertThat(ledger.balance(bob, today).available()).isEqualTo(Points.ZERO);
        assertThat(pages.get("/points/liability", "en"))
                .bodyText()
                .containsPattern("Spendable today</div><div class=\"num\">11<");
        assertThat(pages.get("/users/" + bob + "/points", "en")).bodyText().contains(">0 spendable<");
    }

    @Test
    void theStatementShowsLotsAndWhatBecameDebt() {
        points.spend("redemption:2", 700);
        ledger.reverseEarn(new Reversal(
                new BusinessKey("order:N2"), Optional.empty(), new BusinessKey("refund:N2"), today, BobsPoints.CAUSE));
        points.earn("order:N4", 50, new ExpiryPolicy.Never());

        assertThat(pages.get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("−300", "170 became debt", "50 settled debt", "for good, settling what was owed", "120 owed");
        assertThat(pages.get("/users/" + bob + "/points", "zh-CN")).bodyText().contains("170 记为欠分", "120 欠分");
        assertThat(pages.get("/points", "en")).bodyText().contains("120 owed by 1 user");
    }

    @Test
    void theUsersPageHasACardAndALine() {
        assertThat(pages.get("/users/" + bob, "en"))
                .bodyText()
                .contains("/users/" + bob + "/points", "Points expired: -70");
        assertThat(mvc.get()
                        .uri("/users/" + bob + "/points")
                        .header("HX-Request", "true")
                        .header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("830", "Adjust")
                .doesNotContain("<html");
        assertThat(pages.get("/users/999/points", "en")).hasStatus(404);
    }

    @Test
    void whatCountsOnAnotherDayStandsAtItsEndOnTheLine() {
        LocalDate before = LocalDate.parse("2026-02-03");
        ledger.earn(new Earning(
                bob,
                new Points(11),
                new BusinessKey("order:N0"),
                before,
                before,
                new ExpiryPolicy.Never(),
                BobsPoints.CAUSE));

        assertThat(pages.get("/users/" + bob + "/timeline?kind=points", "en"))
                .bodyText()
                .containsSubsequence("Earned 1,000 points", "Earned 11 points", "2026-02-03</time>");
    }

    @Test
    void theReconciliationShowsWhatDiffers() {
        jdbc.sql("update points.account set debt = 1").update();
        assertThat(pages.get("/points/reconciliation", "en")).bodyText().contains("2 things do not add up");
    }
}
