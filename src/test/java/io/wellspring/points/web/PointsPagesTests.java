package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Reversal;
import io.wellspring.points.Spending;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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

    private UserId bob;
    private LocalDate today;

    @BeforeEach
    void bobsPoints() {
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        today = clock.today();
        earn("order:N1", 1000, new ExpiryPolicy.EndOfMonth(1));
        earn("order:N2", 300, new ExpiryPolicy.Never());
        spend("redemption:1", 470);
        earn("order:N3", 70, new ExpiryPolicy.AfterDays(0));
        expiry.expire(today.plusDays(1));
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
        assertThat(get(page, "en")).hasStatusOk().bodyText().contains(english);
        assertThat(get(page, "zh-CN")).hasStatusOk().bodyText().contains(chinese);
    }

    @Test
    void theOverviewAddsUp() {
        assertThat(get("/points", "en")).bodyText().contains("1,370", "470", "830", "¥8.30", "34.3%", "order");
    }

    @Test
    void thePagesAreThereBeforeAnyPoints() {
        jdbc.sql("truncate points.account, points.entry, points.lot, points.allocation, points.business_key")
                .update();
        assertThat(get("/points", "en")).hasStatusOk().bodyText().contains("No points yet");
        assertThat(get("/points/liability", "en")).hasStatusOk().bodyText().contains("Nothing outstanding");
        assertThat(get("/points/ledger", "en")).hasStatusOk().bodyText().contains("No points yet");
        assertThat(get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("No points yet");
    }

    @Test
    void theCalendarValuesWhatIsOutstanding() {
        assertThat(get("/points/liability", "en"))
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
                ann, new Points(11), new BusinessKey("ann"), today, today, new ExpiryPolicy.Never(), cause()));
        earn("order:N5", 40, new ExpiryPolicy.Never());
        spend("redemption:2", 850);
        ledger.reverseEarn(new Reversal(
                new BusinessKey("order:N2"), Optional.empty(), new BusinessKey("refund:N2"), today, cause()));

        assertThat(ledger.balance(bob, today).available()).isEqualTo(Points.ZERO);
        assertThat(get("/points/liability", "en"))
                .bodyText()
                .containsPattern("Spendable today</div><div class=\"num\">11<");
        assertThat(get("/users/" + bob + "/points", "en")).bodyText().contains(">0 spendable<");
    }

    @Test
    void theLedgerIsSearched() {
        assertThat(get("/points/ledger?user=" + bob + "&kind=SPEND", "en"))
                .bodyText()
                .contains("redemption:1")
                .doesNotContain("order:N1");
        assertThat(get("/points/ledger?key=order:N2", "en"))
                .bodyText()
                .contains("order:N2")
                .doesNotContain("order:N1");
        assertThat(get("/points/ledger?user=X-bob", "en")).bodyText().contains("order:N1");
        assertThat(get("/points/ledger?user=nobody", "en")).bodyText().contains("No entry is like that");
        assertThat(get("/points/ledger?to=2001-01-01", "en")).bodyText().contains("No entry is like that");
        assertThat(get("/points/ledger?below=x_y", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("order:N1");
    }

    @Test
    void aSearchThatCannotBeUnderstoodFindsNothingAndSaysWhy() {
        assertThat(get("/points/ledger?from=2026-13-01&to=yesterday&kind=WHAT", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The first day is none of the calendar", "The last day is none of", "no such kind of entry")
                .doesNotContain("order:N1");
        assertThat(get("/points/ledger?from=" + today + "&to=" + today.minusDays(1), "zh-CN"))
                .bodyText()
                .contains("起始日晚于结束日");
        assertThat(get("/points/ledger?from=" + today + "&to=" + today, "en"))
                .bodyText()
                .contains("order:N1")
                .doesNotContain("The first day");
    }

    @Test
    void aLongLedgerIsContinued() {
        for (int number = 0; number < 60; number++) {
            earn("more:" + number, 1, new ExpiryPolicy.Never());
        }
        assertThat(get("/points/ledger", "en"))
                .bodyText()
                .contains("more:59", "below=")
                .doesNotContain("order:N1");
        assertThat(get("/points/ledger?below=" + today + "_15", "en"))
                .bodyText()
                .contains("order:N1", "Newest");
        assertThat(get("/users/" + bob + "/points", "en")).bodyText().contains("more:59", "before=");
        assertThat(get("/users/" + bob + "/points?before=15", "en")).bodyText().contains("order:N1", "To the latest");
    }

    @Test
    void theStatementShowsLotsAndWhatBecameDebt() {
        spend("redemption:2", 700);
        ledger.reverseEarn(new Reversal(
                new BusinessKey("order:N2"), Optional.empty(), new BusinessKey("refund:N2"), today, cause()));
        earn("order:N4", 50, new ExpiryPolicy.Never());

        assertThat(get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("−300", "170 became debt", "50 settled debt", "for good, settling what was owed", "120 owed");
        assertThat(get("/users/" + bob + "/points", "zh-CN")).bodyText().contains("170 记为欠分", "120 欠分");
        assertThat(get("/points", "en")).bodyText().contains("120 owed by 1 user");
    }

    @Test
    void theUsersPageHasACardAndALine() {
        assertThat(get("/users/" + bob, "en")).bodyText().contains("/users/" + bob + "/points", "Points expired: -70");
        assertThat(mvc.get()
                        .uri("/users/" + bob + "/points")
                        .header("HX-Request", "true")
                        .header("Accept-Language", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("830", "Adjust")
                .doesNotContain("<html");
        assertThat(get("/users/999/points", "en")).hasStatus(404);
    }

    @Test
    void whatCountsOnAnotherDayStandsAtItsEndOnTheLine() {
        LocalDate before = LocalDate.parse("2026-02-03");
        ledger.earn(new Earning(
                bob, new Points(11), new BusinessKey("order:N0"), before, before, new ExpiryPolicy.Never(), cause()));

        assertThat(get("/users/" + bob + "/timeline?kind=points", "en"))
                .bodyText()
                .containsSubsequence("Earned 1,000 points", "Earned 11 points", "2026-02-03</time>");
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersAdjustAndOthersApprove() {
        String address = "/users/" + bob + "/points/adjustment";
        assertThat(get(address, "en")).hasStatusOk().bodyText().contains("Up to 1,000");
        assertThat(post(address, "form", "1", "amount", "", "reason", "thanks"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number of points");
        assertThat(post(address, "form", "1", "amount", "-5,000", "reason", "thanks"))
                .hasStatus(422)
                .bodyText()
                .contains("only 830 can be spent", "-5,000");
        assertThat(post(address, "form", "1", "amount", "5", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(post(address, "form", "1", "amount", "5", "reason", "x", "lastDay", "someday"))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar");
        assertThat(post(address, "form", "1", "amount", "5", "reason", "x", "lastDay", "2001-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a later day");
        assertThat(post(address, "form", "1", "amount", "70", "reason", "thanks\r\n".repeat(42) + "x".repeat(6)))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/users/" + bob + "/points");
        assertThat(post(address, "form", "1", "amount", "5000", "reason", "many thanks"))
                .hasStatus3xxRedirection();

        assertThat(get("/points/adjustments", "en"))
                .bodyText()
                .contains("many thanks", "Another manager decides", "action=\"/points/adjustments/1/withdrawal\"")
                .doesNotContain(">Approve</button>", "waits for your decision");
        assertThat(get("/users/" + bob + "/points", "en"))
                .bodyText()
                .contains("Waits for a second manager", "many thanks");
        jdbc.sql("update points.adjustment_request set requested_by = 999").update();
        assertThat(post("/points/adjustments/1/withdrawal")).hasStatus(422);
        assertThat(post("/points/adjustments/1/refusal", "reason", " ".repeat(3)))
                .hasStatus(422)
                .bodyText()
                .contains("many thanks", "Say why", "<details class=\"ws-decline\" open");
        assertThat(get("/users", "en")).bodyText().containsOnlyOnce("1 waits for your decision");
        assertThat(get("/points", "zh-CN")).bodyText().contains("1 项待您处理");
        assertThat(get("/points/adjustments", "en")).bodyText().contains(">Approve</button>");
        assertThat(post("/points/adjustments/1/approval")).hasStatus3xxRedirection();
        assertThat(get("/points/adjustments", "zh-CN")).bodyText().contains("已批准");
        assertThat(get("/users/" + bob + "/points", "en")).bodyText().contains("5,900");
    }

    /** Nothing that shows a total, or puts it right, takes it for something that was typed. */
    @Test
    void aBalanceOfAnySizeIsShownAndPutRight() {
        earn("big:1", Points.MOST, new ExpiryPolicy.Never());
        earn("big:2", Points.MOST, new ExpiryPolicy.Never());
        assertThat(get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("2,000,000,000,830");
        assertThat(get("/points", "en")).hasStatusOk();
        assertThat(get("/points/liability", "en")).hasStatusOk();
        String address = "/users/" + bob + "/points/adjustment";
        assertThat(get(address, "en")).hasStatusOk();
        assertThat(post(address, "form", "1", "amount", "-100", "reason", "too many"))
                .hasStatus3xxRedirection();
        assertThat(get("/users/" + bob + "/points", "en")).bodyText().contains("2,000,000,000,730");
    }

    /** Other systems have keys of their own, beside the name of the token that sent them. */
    @Test
    void keysOfOtherSystemsAreReadAsTheySentThem() {
        earn("api:2:k1", 5, new ExpiryPolicy.Never());
        assertThat(get("/points/ledger?key=api:2:k1", "en")).bodyText().contains("api:2:k1");
        jdbc.sql("alter table points.entry disable trigger append_only").update();
        jdbc.sql("update points.entry set by_name = 'token shop'").update();
        jdbc.sql("alter table points.entry enable trigger append_only").update();
        assertThat(get("/points/ledger", "en"))
                .bodyText()
                .contains(">API token shop, key k1</a>", "/points/ledger?key=api:2:k1", ">order:N1</a>");
        assertThat(get("/users/" + bob + "/points", "zh-CN")).bodyText().contains("API 令牌 shop，键 k1");
    }

    /** What Wellspring wrote by itself is called what it is; whoever wrote is named in the language of the reader. */
    @Test
    void keysOfOursAreReadAsWhatTheyAre() {
        earn("grant:1:4365", 5, new ExpiryPolicy.Never());
        earn("redemption-cancelled:12", 5, new ExpiryPolicy.Never());
        earn("check-in:" + bob + ":2026-03-10", 5, new ExpiryPolicy.Never());
        earn("grants:1:4365", 5, new ExpiryPolicy.Never());
        jdbc.sql("alter table points.entry disable trigger append_only").update();
        jdbc.sql("update points.entry set by_name = 'token shop'").update();
        jdbc.sql("alter table points.entry enable trigger append_only").update();
        assertThat(get("/points/ledger", "zh-CN"))
                .bodyText()
                .contains(">批量发放 1</a>", "key=grant:1:4365", ">取消兑换 12</a>", ">2026-03-10 签到</a>")
                .contains(">grants:1:4365</a>", ">API 令牌 shop</td>");
        assertThat(get("/users/" + bob + "/points", "zh-CN")).bodyText().contains(">API 令牌 shop</td>");
    }

    @Test
    void adminsChangeTheSettings() {
        assertThat(post(
                        "/points/settings",
                        "adjustmentLimit",
                        "20",
                        "perUnit",
                        "0",
                        "cashPercent",
                        "0",
                        "grantLimit",
                        "900",
                        "edition",
                        "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 1");
        assertThat(post(
                        "/points/settings",
                        "adjustmentLimit",
                        "20",
                        "perUnit",
                        "10",
                        "cashPercent",
                        " ",
                        "grantLimit",
                        "900",
                        "edition",
                        "0"))
                .as("points as cash are not switched off by an empty field")
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 0 to 100.");
        assertThat(post(
                        "/points/settings",
                        "adjustmentLimit",
                        "20",
                        "perUnit",
                        "10",
                        "cashPercent",
                        "0",
                        "grantLimit",
                        "900",
                        "edition",
                        "0"))
                .hasStatus3xxRedirection();
        assertThat(post(
                        "/points/settings",
                        "adjustmentLimit",
                        "30",
                        "perUnit",
                        "10",
                        "cashPercent",
                        "0",
                        "grantLimit",
                        "900",
                        "edition",
                        "0"))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed this", "value=\"30\"")
                .containsPattern("may adjust alone</th>\\s*<td[^>]*>20</td>\\s*<td[^>]*>30<")
                .doesNotContain("may grant alone</th>");
        assertThat(get("/points/settings", "en")).bodyText().contains("value=\"20\"", "value=\"10\"");
        assertThat(get("/points", "en")).bodyText().contains("¥83.00");
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersOnlySeeThem() {
        assertThat(get("/points/settings", "en")).hasStatusOk().bodyText().contains("readonly");
        assertThat(post("/points/settings", "adjustmentLimit", "20", "perUnit", "10", "grantLimit", "900"))
                .hasStatus(403);
    }

    @Test
    void theReconciliationShowsWhatDiffers() {
        jdbc.sql("update points.account set debt = 1").update();
        assertThat(get("/points/reconciliation", "en")).bodyText().contains("2 things do not add up");
    }

    private void earn(String key, long amount, ExpiryPolicy policy) {
        ledger.earn(new Earning(bob, new Points(amount), new BusinessKey(key), today, today, policy, cause()));
    }

    private void spend(String key, long amount) {
        ledger.spend(
                new Spending(bob, new Points(amount), new BusinessKey(key), today, new Cause("redemption", "A mug")));
    }

    private static Cause cause() {
        return new Cause("order", "");
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
