package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Managers put bob's points right, and decide on what another may not do alone. */
@WellspringTest
@AsStaff
class AdjustmentPagesTests {

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

    @BeforeEach
    void bobsPoints() {
        pages = new Pages(mvc);
        points = new BobsPoints(ledger, expiry, clock.today(), jdbc);
        bob = points.bob();
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersAdjustAndOthersApprove() {
        String address = "/users/" + bob + "/points/adjustment";
        assertThat(pages.get(address, "en")).hasStatusOk().bodyText().contains("Up to 1,000");
        assertThat(pages.post(address, "form", "1", "amount", "", "reason", "thanks"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number of points");
        assertThat(pages.post(address, "form", "1", "amount", "-5,000", "reason", "thanks"))
                .hasStatus(422)
                .bodyText()
                .contains("only 830 can be spent", "-5,000");
        assertThat(pages.post(address, "form", "1", "amount", "5", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(pages.post(address, "form", "1", "amount", "5", "reason", "x", "lastDay", "someday"))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar");
        assertThat(pages.post(address, "form", "1", "amount", "5", "reason", "x", "lastDay", "2001-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a later day");
        assertThat(pages.post(address, "form", "1", "amount", "70", "reason", "thanks\r\n".repeat(42) + "x".repeat(6)))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/users/" + bob + "/points");
        assertThat(pages.post(address, "form", "1", "amount", "5000", "reason", "many thanks"))
                .hasStatus3xxRedirection();

        assertThat(pages.get("/points/adjustments", "en"))
                .bodyText()
                .contains("many thanks", "Another manager decides", "action=\"/points/adjustments/1/withdrawal\"")
                .doesNotContain(">Approve</button>", "waits for your decision");
        assertThat(pages.get("/users/" + bob + "/points", "en"))
                .bodyText()
                .contains("Waits for a second manager", "many thanks");
        jdbc.sql("update points.adjustment_request set requested_by = 999").update();
        assertThat(pages.post("/points/adjustments/1/withdrawal")).hasStatus(422);
        assertThat(pages.post("/points/adjustments/1/refusal", "reason", " ".repeat(3)))
                .hasStatus(422)
                .bodyText()
                .contains("many thanks", "Say why", "<details class=\"ws-decline\" open");
        assertThat(pages.get("/users", "en")).bodyText().containsOnlyOnce("1 waits for your decision");
        assertThat(pages.get("/points", "zh-CN")).bodyText().contains("1 项待您处理");
        assertThat(pages.get("/points/adjustments", "en")).bodyText().contains(">Approve</button>");
        assertThat(pages.post("/points/adjustments/1/approval")).hasStatus3xxRedirection();
        assertThat(pages.get("/points/adjustments", "zh-CN")).bodyText().contains("已批准");
        assertThat(pages.get("/users/" + bob + "/points", "en")).bodyText().contains("5,900");
    }

    /** Nothing that shows a total, or puts it right, takes it for something that was typed. */
    @Test
    void aBalanceOfAnySizeIsShownAndPutRight() {
        points.earn("big:1", Points.MOST, new ExpiryPolicy.Never());
        points.earn("big:2", Points.MOST, new ExpiryPolicy.Never());
        assertThat(pages.get("/users/" + bob + "/points", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("2,000,000,000,830");
        assertThat(pages.get("/points", "en")).hasStatusOk();
        assertThat(pages.get("/points/liability", "en")).hasStatusOk();
        String address = "/users/" + bob + "/points/adjustment";
        assertThat(pages.get(address, "en")).hasStatusOk();
        assertThat(pages.post(address, "form", "1", "amount", "-100", "reason", "too many"))
                .hasStatus3xxRedirection();
        assertThat(pages.get("/users/" + bob + "/points", "en")).bodyText().contains("2,000,000,000,730");
    }
}
