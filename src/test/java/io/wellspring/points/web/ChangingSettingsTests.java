package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.WellspringTest;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Admins change what points are worth and how far a manager may go; managers read it. */
@WellspringTest
@AsStaff
class ChangingSettingsTests {

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

    @BeforeEach
    void bobsPoints() {
        pages = new Pages(mvc);
        new BobsPoints(ledger, expiry, clock.today(), jdbc);
    }

    @Test
    void adminsChangeTheSettings() {
        assertThat(pages.post(
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
        assertThat(pages.post(
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
        assertThat(pages.post(
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
        assertThat(pages.post(
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
        assertThat(pages.get("/points/settings", "en")).bodyText().contains("value=\"20\"", "value=\"10\"");
        assertThat(pages.get("/points", "en")).bodyText().contains("¥83.00");
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersOnlySeeThem() {
        assertThat(pages.get("/points/settings", "en")).hasStatusOk().bodyText().contains("readonly");
        assertThat(pages.post("/points/settings", "adjustmentLimit", "20", "perUnit", "10", "grantLimit", "900"))
                .hasStatus(403);
    }
}
