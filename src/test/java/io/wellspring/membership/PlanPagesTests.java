package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Money;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Managers keep plans and see what ends when; operators look on. */
@WellspringTest
@AsStaff(Role.ADMIN)
class PlanPagesTests {

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
    private JdbcClient jdbc;

    @Autowired
    private BusinessClock clock;

    private Facts facts;
    private Pages pages;
    private PaidDesk desk;
    private GoldPlan gold;
    private UserId ann;
    private String tier;
    private LocalDate today;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        today = clock.today();
        tier = "/users/" + ann + "/tier";
        pages = new Pages(mvc);
        desk = new PaidDesk(pages, tier, today);
        gold = new GoldPlan(new Nights(metrics, histories, program, tiering), program, plans);
    }

    @Test
    void withoutPlansThePageSaysWhatTheyAre() {
        gold.evaluate(today);
        assertThat(pages.text("/tiers/plans")).contains("No plans yet", "New plan");
        assertThat(pages.text(tier + "/memberships/new")).contains("No plan is on sale");
        assertThat(pages.text("/tiers")).contains("/tiers/plans");
    }

    @Test
    void managersKeepPlans() {
        gold.evaluate(today);
        assertThat(pages.text("/tiers/plans/new")).contains("Tier 2", "Tier 3").doesNotContain(">Basic</option>");
        assertThat(plan("", "100")).hasStatus(422).bodyText().contains("A plan needs a name in English");
        assertThat(plan("Gold", "a lot")).hasStatus(422).bodyText().contains("Give an amount of 0 or more");
        assertThat(plan("Gold", "99.50")).hasRedirectedUrl("/tiers/plans");
        assertThat(plan("gold", "1")).hasStatus(422).bodyText().contains("Another plan is called so");
        assertThat(pages.text("/tiers/plans")).contains("Gold", "99.50", "3 months", "on sale");
        Pages.backAtTheKeyboard();
        long id = plans.plans().getFirst().id();
        assertThat(pages.post("/tiers/plans/" + id + "/retirement")).hasRedirectedUrl("/tiers/plans");
        assertThat(pages.text("/tiers/plans")).contains("retired");
        assertThat(pages.text("/tiers/plans/" + id)).contains("Put on sale again");
        assertThat(pages.post("/tiers/plans/" + id + "/offer")).hasRedirectedUrl("/tiers/plans");
        assertThat(mvc.get().uri("/tiers/plans/999")).hasStatus(404);
        assertThat(pages.text("/audit")).contains("Saved a plan of paid membership", "Retired a plan");
    }

    @Test
    void nobodySavesOverWhatSomebodyElseMadeOfAPlan() {
        long plan = gold.onSale(today);
        String page = "/tiers/plans/" + plan;
        assertThat(pages.text(page)).contains("name=\"edition\" value=\"1\"");
        assertThat(pages.post(page, planned("Gold", "200", "1", "YEAR", "2", "1")))
                .hasRedirectedUrl("/tiers/plans");
        assertThat(pages.post(page, planned("Bold", "150", "3", "MONTH", "3", "1")))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "“Gold” was changed since you opened it",
                        "value=\"Bold\"",
                        "value=\"150\"",
                        "name=\"edition\" value=\"2\"")
                .containsPattern(ChangedMeanwhile.row("Name in English", "Gold", "Bold"))
                .containsPattern(ChangedMeanwhile.row("Price, CNY", "200.00", "150"))
                .containsPattern(ChangedMeanwhile.row("Gives entry to", "Tier 2", "Tier 3"))
                .containsPattern(ChangedMeanwhile.row("How long", "1", "3"))
                .containsPattern(ChangedMeanwhile.row("Unit", "Years", "Months"));
        Pages.backAtTheKeyboard();
        assertThat(plans.plan(plan).terms().price()).isEqualTo(new Money(200_00));
        assertThat(pages.post(page, planned("Bold", "150", "3", "MONTH", "3", "2")))
                .hasRedirectedUrl("/tiers/plans");
        Pages.backAtTheKeyboard();
        assertThat(plans.plan(plan).terms().price()).isEqualTo(new Money(150_00));
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsRecordWhatHappensAndKeepNoPlans() {
        long plan = gold.onSale(today);
        assertThat(mvc.get().uri("/tiers/plans")).hasStatusOk();
        assertThat(mvc.get().uri("/tiers/plans/" + plan)).hasStatusOk();
        assertThat(mvc.get().uri("/tiers/plans/new")).hasStatus(403);
        assertThat(plan("Silver", "1")).hasStatus(403);
        assertThat(mvc.get().uri(tier + "/gift/end")).hasStatus(403);
        assertThat(desk.start(plan, today.toString(), PaidDesk.ONE)).hasRedirectedUrl(tier);
        assertThat(pages.text(tier)).contains("End early").doesNotContain("/refund");
        Pages.backAtTheKeyboard();
        String refund = tier + "/memberships/" + reading.terms(ann).getFirst().id() + "/refund";
        assertThat(mvc.get().uri(refund)).hasStatus(403);
        assertThat(desk.refund(refund, "40", "asked")).hasStatus(403);
    }

    @Test
    void theExpiryCalendarLeadsToTheUsers() {
        long plan = gold.onSale(today);
        paid.start(ann, plan, today, "k1");
        YearMonth month = YearMonth.parse(desk.lastDay(3).substring(0, 7));
        String month1 = today.withDayOfMonth(1) + " – " + today;
        assertThat(pages.text("/tiers/plans")).contains("/tiers/plans/endings?month=" + month, month1);
        assertThat(pages.text("/tiers/plans/endings?month=" + month)).contains(tier, desk.lastDay(3), "Renew");
        assertThat(pages.text("/tiers/plans/endings?month=" + month.plusMonths(1)))
                .contains("None end in this month");
        assertThat(pages.text("/tiers/plans/endings?month=soon")).contains("None end in this month");
        Pages.backAtTheKeyboard();
        paid.start(facts.user("bob", "2024-01-01"), plan, today.minusMonths(3).minusDays(1), "k2");
        assertThat(pages.text("/tiers/plans?days=60")).contains("unfinished", "Within 60 days");
    }

    @Test
    void speaksChinese() {
        paid.start(ann, gold.onSale(today), today, "k1");
        assertThat(mvc.get().uri("/tiers/plans").header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("付费会员", "金卡", "到期日历", "续费率");
        assertThat(mvc.get().uri(tier).header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("生效中", "提前终止");
    }

    private MvcTestResult plan(String name, String price) {
        return pages.post(
                "/tiers/plans",
                "nameEn",
                name,
                "nameZh",
                name,
                "price",
                price,
                "count",
                "3",
                "unit",
                "MONTH",
                "tier",
                "2");
    }

    private static String[] planned(
            String name, String price, String count, String unit, String entry, String edition) {
        return new String[] {
            "nameEn", name, "nameZh", name, "price", price, "count", count, "unit", unit, "tier", entry, "edition",
            edition
        };
    }
}
