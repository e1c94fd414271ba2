package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.web.AnnAsAdmin;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What ann paid for is started, renewed and given back on her page. */
@WellspringTest
@AsStaff(Role.ADMIN)
class PaidPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MembershipPlans plans;

    @Autowired
    private PaidMembership paid;

    @Autowired
    private PaidReading reading;

    @Autowired
    private GivenByHand given;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    private Pages pages;
    private PaidDesk desk;
    private GoldPlan gold;
    private UserId ann;
    private String tier;
    private LocalDate today;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        today = clock.today();
        tier = "/users/" + ann + "/tier";
        pages = new Pages(mvc);
        desk = new PaidDesk(pages, tier, today);
        gold = new GoldPlan(new Nights(metrics, histories, program, tiering), program, plans);
    }

    @Test
    void startsRenewsAndRefundsOnThePageOfTheUser() {
        long plan = gold.onSale(today);
        assertThat(pages.text(tier + "/memberships/new")).contains("Gold", "100.00", "3 months", today.toString());
        assertThat(desk.start(plan, "2024", PaidDesk.ONE))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar");
        assertThat(desk.start(plan, today.toString(), PaidDesk.ONE)).hasRedirectedUrl(tier);
        assertThat(desk.start(plan, today.toString(), PaidDesk.ONE))
                .as("pressed twice")
                .hasRedirectedUrl(tier);
        assertThat(desk.start(plan, today.toString(), PaidDesk.TWO))
                .hasStatus(422)
                .bodyText()
                .contains("renew it instead");
        assertThat(pages.text(tier)).contains("paid for", "Tier 2", desk.lastDay(3), "runs", "Refund", "End early");
        assertThat(pages.text(tier + "/memberships/renewal?plan=" + plan)).contains("100.00", desk.lastDay(3));
        assertThat(desk.renew(plan, term(), PaidDesk.TWO)).hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains("to come", desk.lastDay(6));
        Pages.backAtTheKeyboard();
        long first = reading.terms(ann).getLast().id();
        long second = reading.terms(ann).getFirst().id();
        String refund = tier + "/memberships/" + first + "/refund";
        assertThat(pages.text(refund)).contains("value=\"100.00\"", "given back so far");
        assertThat(desk.refund(refund, "100.01", "asked"))
                .hasStatus(422)
                .bodyText()
                .contains("at most", "100.00");
        assertThat(desk.refund(refund, "40", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(desk.refund(refund, "40", "asked")).hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains("refunded", "40.00", "instead of " + desk.lastDay(3));
        assertThat(pages.post(
                        tier + "/memberships/" + second + "/lapse",
                        "key",
                        PaidDesk.TWO.replace('2', '3'),
                        "day",
                        today.toString(),
                        "reason",
                        "moved away",
                        "plan",
                        "",
                        "amount",
                        ""))
                .hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains("lapsed");
        assertThat(pages.text("/users/" + ann + "/timeline?kind=membership"))
                .contains(
                        "Started Gold for",
                        "Renewed Gold",
                        "given back for Gold",
                        "Gold was ended early",
                        "moved away");
        assertThat(pages.text("/audit")).contains("Started a paid membership", "Refunded a paid membership");
    }

    @Test
    void allOfItGoesByTodayHoweverFarBackTheFiguresLie() {
        long plan = gold.onSale(today.minusDays(400));
        assertThat(pages.text(tier + "/memberships/new")).contains("value=\"" + today + "\"");
        assertThat(desk.start(plan, today.toString(), PaidDesk.ONE)).hasRedirectedUrl(tier);
        assertThat(pages.text("/tiers/plans"))
                .contains(
                        "as of " + today,
                        today.withDayOfMonth(1) + " – " + today,
                        "/tiers/plans/endings?month=" + desk.lastDay(3).substring(0, 7));
        assertThat(pages.text(tier)).contains("runs").doesNotContain("to come");
        assertThat(pages.text(tier + "/memberships/renewal?plan=" + plan)).contains("value=\"" + today + "\"");
        Pages.backAtTheKeyboard();
        String term = tier + "/memberships/" + reading.terms(ann).getFirst().id();
        assertThat(pages.text(term + "/refund")).contains("value=\"" + today + "\"");
        assertThat(pages.text(term + "/lapse")).contains("value=\"" + today + "\"");
    }

    @Test
    void aTermIsRenewedOnceHoweverManyFormsAreOpen() {
        long plan = gold.onSale(today);
        paid.start(ann, plan, today, "k1");
        String term = Long.toString(reading.terms(ann).getFirst().id());
        assertThat(pages.text(tier + "/memberships/renewal?plan=" + plan))
                .contains("name=\"term\" value=\"" + term + "\"");
        assertThat(desk.renew(plan, term, PaidDesk.ONE)).hasRedirectedUrl(tier);
        MvcTestResult second = desk.renew(plan, term, PaidDesk.TWO);
        assertThat(second).hasRedirectedUrl(tier);
        assertThat(String.valueOf(second.getMvcResult().getFlashMap().get("refused")))
                .contains("renewed already", desk.lastDay(6));
        assertThat(desk.renew(plan, "", PaidDesk.TWO))
                .as("a form that says of no term")
                .hasRedirectedUrl(tier);
        Pages.backAtTheKeyboard();
        assertThat(reading.terms(ann)).hasSize(2);
        assertThat(desk.renew(plan, term, PaidDesk.ONE)).as("pressed twice").hasRedirectedUrl(tier);
        Pages.backAtTheKeyboard();
        assertThat(reading.terms(ann)).hasSize(2);
    }

    @Test
    void aTermToComeThatWasGivenBackIsNotTheOneThatIsRenewed() {
        long plan = gold.onSale(today);
        paid.start(ann, plan, today, "k1");
        PaidFact next = paid.renew(ann, plan, today, "k2");
        paid.refund(ann, next.term(), today, new Money(100_00), "asked", "k3");
        long runs = reading.terms(ann).stream()
                .filter(PaidTerm::coversAnyDay)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(pages.text(tier + "/memberships/renewal?plan=" + plan))
                .contains(today + " – " + desk.lastDay(3), "name=\"term\" value=\"" + runs + "\"");
        assertThat(pages.text(tier).split("/memberships/renewal", -1)).hasSize(2);
        assertThat(pages.text(tier).indexOf("/memberships/renewal"))
                .as("beside the term that runs")
                .isLessThan(pages.text(tier).indexOf("/memberships/" + runs + "/refund"))
                .isGreaterThan(pages.text(tier).indexOf("refunded"));
        assertThat(desk.renew(plan, Long.toString(runs), PaidDesk.ONE)).hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains(desk.lastDay(6));
    }

    @Test
    void whatOnceCoveredNoDayDoesNotDelayWhatIsBoughtThen() {
        long plan = gold.onSale(today);
        PaidFact started = paid.start(ann, plan, today, "k1");
        PaidFact next = paid.renew(ann, plan, today, "k2");
        paid.refund(ann, next.term(), today, new Money(100_00), "asked", "k3");
        paid.refund(ann, started.term(), today, new Money(100_00), "asked", "k4");
        assertThat(pages.text(tier + "/memberships/renewal?plan=" + plan)).contains("covers no day");
        Pages.backAtTheKeyboard();
        assertThat(paid.renew(ann, plan, today, "k5").from()).contains(today);
    }

    @Test
    void thePageOfAUserSaysWhenTheTierFollowsWhatWasPaidFor() {
        LocalDate evaluated = today.minusDays(400);
        long plan = gold.onSale(evaluated);
        assertThat(desk.start(plan, today.toString(), PaidDesk.ONE)).hasRedirectedUrl(tier);
        assertThat(pages.text(tier))
                .contains("The tier follows when " + today + " is evaluated; the day evaluated last is " + evaluated);
        Pages.backAtTheKeyboard();
        gold.evaluate(today);
        assertThat(pages.text(tier)).contains("Tier 2").doesNotContain("The tier follows");
    }

    @Test
    void withoutAPlanTheFormSaysSo() {
        gold.onSale(today);
        for (String plan : new String[] {"", "0", "9", "gold"}) {
            assertThat(pages.post(tier + "/memberships", "key", PaidDesk.ONE, "plan", plan, "day", today.toString()))
                    .as(plan)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choose a plan.", "Start a membership");
        }
    }

    @Test
    void sellingSaysWhatRunsOfTheSameTier() {
        long plan = gold.onSale(today);
        paid.start(ann, plan, today, "k1");
        AnnAsAdmin.logIn();
        plans.create(new PlanTerms("Trial", "试用", new Money(10_00), new TermLength(1, TermLength.Unit.MONTH), 2));
        plans.create(new PlanTerms("Platinum", "白金", new Money(10_00), new TermLength(1, TermLength.Unit.MONTH), 3));
        Pages.backAtTheKeyboard();
        assertThat(pages.text(tier + "/memberships/new"))
                .containsOnlyOnce("Paid for up to and including " + desk.lastDay(3) + ": renew it instead.")
                .containsOnlyOnce(
                        "“Gold”, which gives the same tier, is paid for up to and including " + desk.lastDay(3))
                .contains("counts from the first day below on");
    }

    @Test
    void aManagerEndsATierGivenByHand() {
        gold.onSale(today);
        given.tier(ann, 3, today.plusMonths(5), "won it");
        assertThat(pages.text(tier)).contains(tier + "/gift/end");
        assertThat(pages.text(tier + "/gift/end")).contains(today.toString());
        assertThat(pages.post(tier + "/gift/end", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(pages.post(tier + "/gift/end", "reason", "gave it back")).hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains("gave it back").doesNotContain(tier + "/gift/end");
        assertThat(pages.post(tier + "/gift/end", "reason", "again"))
                .hasStatus(422)
                .bodyText()
                .contains("no tier by hand");
        assertThat(pages.text("/audit")).contains("Ended a tier given by hand");
    }

    private String term() {
        Pages.backAtTheKeyboard();
        return Long.toString(reading.terms(ann).getFirst().id());
    }
}
