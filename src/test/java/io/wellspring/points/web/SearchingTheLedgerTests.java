package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The ledger is searched and read on, by keys that say what they are of. */
@WellspringTest
@AsStaff
class SearchingTheLedgerTests {

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

    @Test
    void theLedgerIsSearched() {
        assertThat(pages.get("/points/ledger?user=" + bob + "&kind=SPEND", "en"))
                .bodyText()
                .contains("redemption:1")
                .doesNotContain("order:N1");
        assertThat(pages.get("/points/ledger?key=order:N2", "en"))
                .bodyText()
                .contains("order:N2")
                .doesNotContain("order:N1");
        assertThat(pages.get("/points/ledger?user=X-bob", "en")).bodyText().contains("order:N1");
        assertThat(pages.get("/points/ledger?user=nobody", "en")).bodyText().contains("No entry is like that");
        assertThat(pages.get("/points/ledger?to=2001-01-01", "en")).bodyText().contains("No entry is like that");
        assertThat(pages.get("/points/ledger?below=x_y", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("order:N1");
    }

    @Test
    void aSearchThatCannotBeUnderstoodFindsNothingAndSaysWhy() {
        assertThat(pages.get("/points/ledger?from=2026-13-01&to=yesterday&kind=WHAT", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The first day is none of the calendar", "The last day is none of", "no such kind of entry")
                .doesNotContain("order:N1");
        assertThat(pages.get("/points/ledger?from=" + today + "&to=" + today.minusDays(1), "zh-CN"))
                .bodyText()
                .contains("起始日晚于结束日");
        assertThat(pages.get("/points/ledger?from=" + today + "&to=" + today, "en"))
                .bodyText()
                .contains("order:N1")
                .doesNotContain("The first day");
    }

    @Test
    void aLongLedgerIsContinued() {
        for (int number = 0; number < 60; number++) {
            points.earn("more:" + number, 1, new ExpiryPolicy.Never());
        }
        assertThat(pages.get("/points/ledger", "en"))
                .bodyText()
                .contains("more:59", "below=")
                .doesNotContain("order:N1");
        assertThat(pages.get("/points/ledger?below=" + today + "_15", "en"))
                .bodyText()
                .contains("order:N1", "Newest");
        assertThat(pages.get("/users/" + bob + "/points", "en")).bodyText().contains("more:59", "before=");
        assertThat(pages.get("/users/" + bob + "/points?before=15", "en"))
                .bodyText()
                .contains("order:N1", "To the latest");
    }

    /** Other systems have keys of their own, beside the name of the token that sent them. */
    @Test
    void keysOfOtherSystemsAreReadAsTheySentThem() {
        points.earn("api:2:k1", 5, new ExpiryPolicy.Never());
        assertThat(pages.get("/points/ledger?key=api:2:k1", "en")).bodyText().contains("api:2:k1");
        jdbc.sql("alter table points.entry disable trigger append_only").update();
        jdbc.sql("update points.entry set by_name = 'token shop'").update();
        jdbc.sql("alter table points.entry enable trigger append_only").update();
        assertThat(pages.get("/points/ledger", "en"))
                .bodyText()
                .contains(">API token shop, key k1</a>", "/points/ledger?key=api:2:k1", ">order:N1</a>");
        assertThat(pages.get("/users/" + bob + "/points", "zh-CN")).bodyText().contains("API 令牌 shop，键 k1");
    }

    /** What Wellspring wrote by itself is called what it is; whoever wrote is named in the language of the reader. */
    @Test
    void keysOfOursAreReadAsWhatTheyAre() {
        points.earn("grant:1:4365", 5, new ExpiryPolicy.Never());
        points.earn("redemption-cancelled:12", 5, new ExpiryPolicy.Never());
        points.earn("check-in:" + bob + ":2026-03-10", 5, new ExpiryPolicy.Never());
        points.earn("grants:1:4365", 5, new ExpiryPolicy.Never());
        jdbc.sql("alter table points.entry disable trigger append_only").update();
        jdbc.sql("update points.entry set by_name = 'token shop'").update();
        jdbc.sql("alter table points.entry enable trigger append_only").update();
        assertThat(pages.get("/points/ledger", "zh-CN"))
                .bodyText()
                .contains(">批量发放 1</a>", "key=grant:1:4365", ">取消兑换 12</a>", ">2026-03-10 签到</a>")
                .contains(">grants:1:4365</a>", ">API 令牌 shop</td>");
        assertThat(pages.get("/users/" + bob + "/points", "zh-CN")).bodyText().contains(">API 令牌 shop</td>");
    }
}
