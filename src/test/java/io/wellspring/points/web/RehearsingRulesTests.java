package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A manager sees what a rule would give before it is made. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RehearsingRulesTests {

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Pages pages;
    private RuleFields fields;

    @BeforeEach
    void pages() {
        pages = new Pages(mvc);
        fields = new RuleFields(clock);
    }

    @Test
    void aRehearsalTellsHowManyOfWhatItLooksAtBringPoints() {
        Facts facts = new Facts(jdbc);
        facts.order(facts.user("bob", "2026-01-01"), clock.today().minusDays(3) + "T10:00", 123_450);
        facts.order(facts.user("ann", "2026-01-01"), clock.today().minusDays(3) + "T10:00", 999);
        assertThat(pages.post("/points/rules/rehearsal", fields.of("Shopping", "1", "per", "10.00")))
                .bodyText()
                .contains("to 1 user<", "2 orders or activities looked at, 1 of which brings points");
    }

    /** The figures end long ago: so does the rehearsal, and not the months of the ledger. */
    @Test
    void rehearsesTheDaysOfTheFiguresAndAddsUpThoseOfTheLedger() {
        UserId bob = new Facts(jdbc).user("bob", "2011-01-01");
        new Facts(jdbc).order(bob, "2011-12-01T10:00", 123_450);
        metrics.refreshAll(LocalDate.parse("2011-12-09"), 365);
        ledger.earn(new Earning(
                bob,
                new Points(77),
                new BusinessKey("e1"),
                LocalDate.parse("2011-12-02"),
                LocalDate.parse("2011-12-02"),
                new ExpiryPolicy.Never(),
                new Cause("test", "")));
        assertThat(pages.get("/points/rules/new", "en")).bodyText().contains("Rehearse on 2011-11-10 – 2011-12-09");
        assertThat(pages.post("/points/rules/rehearsal", fields.of("Shopping", "1", "per", "10.00")))
                .hasStatusOk()
                .bodyText()
                .contains("123 points, worth ¥1.23", "2011-11-10 through 2011-12-09");
        LocalDate today = clock.today();
        LocalDate first = today.minusMonths(11).withDayOfMonth(1);
        assertThat(pages.get("/points", "en"))
                .as("the ledger is written as time goes by, whatever day the figures are about")
                .bodyText()
                .contains("as of " + today, first + " – " + today, YearMonth.from(today) + "</td>")
                .doesNotContain("2011-12</td>");
    }

    @Test
    void aRehearsalSaysWhichPointsWouldBeOverAlready() {
        LocalDate good = clock.today().minusDays(30);
        assertThat(pages.post("/points/rules/rehearsal", expiring(good.plusDays(1), 0)))
                .bodyText()
                .doesNotContain("are over already");
        assertThat(pages.post("/points/rules/rehearsal", expiring(good, 0)))
                .bodyText()
                .doesNotContain("are over already");
        assertThat(pages.post("/points/rules/rehearsal", expiring(good.minusDays(1), 0)))
                .bodyText()
                .contains("before " + good + " are over already");
        assertThat(pages.post("/points/rules/rehearsal", expiring(good.minusDays(1), 1)))
                .as("what comes a day later is good a day longer")
                .bodyText()
                .doesNotContain("are over already");
    }

    private String[] expiring(LocalDate from, int availableAfter) {
        return fields.of(
                "Shopping",
                "1",
                "per",
                "10.00",
                "expiry",
                "DAYS",
                "expiryNumber",
                "30",
                "availableAfter",
                "" + availableAfter,
                "validFrom",
                from.toString());
    }
}
