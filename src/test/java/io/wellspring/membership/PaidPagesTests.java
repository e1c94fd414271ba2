package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import io.wellspring.staff.web.AnnAsAdmin;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff(Role.ADMIN)
class PaidPagesTests {

    private static final String ONE = "11111111-1111-4111-8111-111111111111";
    private static final String TWO = "22222222-2222-4222-8222-222222222222";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    MembershipPlans plans;

    @Autowired
    PaidMembership paid;

    @Autowired
    PaidReading reading;

    @Autowired
    GivenByHand given;

    @Autowired
    JdbcClient jdbc;

    UserId ann;
    String tier;

    @BeforeEach
    void people() {
        ann = new Facts(jdbc).user("ann", "2024-01-01");
        tier = "/users/" + ann + "/tier";
    }

    @Test
    void withoutPlansThePageSaysWhatTheyAre() {
        evaluated("2024-01-12");
        assertThat(text("/tiers/plans")).contains("No plans yet", "New plan");
        assertThat(text(tier + "/memberships/new")).contains("No plan is on sale");
        assertThat(text("/tiers")).contains("/tiers/plans");
    }

    @Test
    void managersKeepPlans() {
        evaluated("2024-01-12");
        assertThat(text("/tiers/plans/new")).contains("Tier 2", "Tier 3").doesNotContain(">Basic</option>");
        assertThat(plan("", "100")).hasStatus(422).bodyText().contains("A plan needs a name in English");
        assertThat(plan("Gold", "a lot")).hasStatus(422).bodyText().contains("Give an amount of 0 or more");
        assertThat(plan("Gold", "99.50")).hasRedirectedUrl("/tiers/plans");
        assertThat(plan("gold", "1")).hasStatus(422).bodyText().contains("Another plan is called so");
        assertThat(text("/tiers/plans")).contains("Gold", "99.50", "3 months", "on sale");
        backAtTheKeyboard();
        long id = plans.plans().getFirst().id();
        assertThat(post("/tiers/plans/" + id + "/retirement")).hasRedirectedUrl("/tiers/plans");
        assertThat(text("/tiers/plans")).contains("retired");
        assertThat(text("/tiers/plans/" + id)).contains("Put on sale again");
        assertThat(post("/tiers/plans/" + id + "/offer")).hasRedirectedUrl("/tiers/plans");
        assertThat(mvc.get().uri("/tiers/plans/999")).hasStatus(404);
        assertThat(text("/audit")).contains("Saved a plan of paid membership", "Retired a plan");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsRecordWhatHappensAndKeepNoPlans() {
        long gold = gold();
        assertThat(mvc.get().uri("/tiers/plans")).hasStatusOk();
        assertThat(mvc.get().uri("/tiers/plans/" + gold)).hasStatusOk();
        assertThat(mvc.get().uri("/tiers/plans/new")).hasStatus(403);
        assertThat(plan("Silver", "1")).hasStatus(403);
        assertThat(mvc.get().uri(tier + "/gift/end")).hasStatus(403);
        assertThat(start(gold, "2024-01-12", ONE)).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("End early").doesNotContain("/refund");
        backAtTheKeyboard();
        String refund = tier + "/memberships/" + reading.terms(ann).getFirst().id() + "/refund";
        assertThat(mvc.get().uri(refund)).hasStatus(403);
        assertThat(refund(refund, "40", "asked")).hasStatus(403);
    }

    @Test
    void startsRenewsAndRefundsOnThePageOfTheUser() {
        long gold = gold();
        assertThat(text(tier + "/memberships/new")).contains("Gold", "100.00", "3 months", "2024-01-12");
        assertThat(start(gold, "2024", ONE)).hasStatus(422).bodyText().contains("Give a day that is in the calendar");
        assertThat(start(gold, "2024-01-12", ONE)).hasRedirectedUrl(tier);
        assertThat(start(gold, "2024-01-12", ONE)).as("pressed twice").hasRedirectedUrl(tier);
        assertThat(start(gold, "2024-01-12", TWO)).hasStatus(422).bodyText().contains("renew it instead");
        assertThat(text(tier)).contains("paid for", "Tier 2", "2024-04-11", "runs", "Refund", "End early");
        assertThat(text(tier + "/memberships/renewal?plan=" + gold)).contains("100.00", "2024-04-11");
        assertThat(post(
                        tier + "/memberships/renewal",
                        "key",
                        TWO,
                        "plan",
                        "" + gold,
                        "day",
                        "2024-01-12",
                        "amount",
                        "",
                        "reason",
                        ""))
                .hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("to come", "2024-07-11");
        backAtTheKeyboard();
        long first = reading.terms(ann).getLast().id();
        long second = reading.terms(ann).getFirst().id();
        String refund = tier + "/memberships/" + first + "/refund";
        assertThat(text(refund)).contains("value=\"100.00\"", "given back so far");
        assertThat(refund(refund, "100.01", "asked")).hasStatus(422).bodyText().contains("at most", "100.00");
        assertThat(refund(refund, "40", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(refund(refund, "40", "asked")).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("refunded", "40.00", "instead of 2024-04-11");
        assertThat(post(
                        tier + "/memberships/" + second + "/lapse",
                        "key",
                        TWO.replace('2', '3'),
                        "day",
                        "2024-01-12",
                        "reason",
                        "moved away",
                        "plan",
                        "",
                        "amount",
                        ""))
                .hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("lapsed");
        assertThat(text("/users/" + ann + "/timeline?kind=membership"))
                .contains(
                        "Started Gold for",
                        "Renewed Gold",
                        "given back for Gold",
                        "Gold was ended early",
                        "moved away");
        assertThat(text("/audit")).contains("Started a paid membership", "Refunded a paid membership");
    }

    @Test
    void theExpiryCalendarLeadsToTheUsers() {
        long gold = gold();
        paid.start(ann, gold, LocalDate.parse("2024-01-12"), "k1");
        assertThat(text("/tiers/plans")).contains("/tiers/plans/endings?month=2024-04", "2024-01-01 – 2024-01-12");
        assertThat(text("/tiers/plans/endings?month=2024-04")).contains(tier, "2024-04-11", "Renew");
        assertThat(text("/tiers/plans/endings?month=2024-05")).contains("None end in this month");
        assertThat(text("/tiers/plans/endings?month=soon")).contains("None end in this month");
        backAtTheKeyboard();
        evaluated("2024-05-01");
        assertThat(text("/tiers/plans?days=60")).contains("unfinished", "Within 60 days");
    }

    @Test
    void aManagerEndsATierGivenByHand() {
        gold();
        given.tier(ann, 3, LocalDate.parse("2024-06-30"), "won it");
        assertThat(text(tier)).contains(tier + "/gift/end");
        assertThat(text(tier + "/gift/end")).contains("2024-01-12");
        assertThat(post(tier + "/gift/end", "reason", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(post(tier + "/gift/end", "reason", "gave it back")).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("gave it back").doesNotContain(tier + "/gift/end");
        assertThat(post(tier + "/gift/end", "reason", "again"))
                .hasStatus(422)
                .bodyText()
                .contains("no tier by hand");
        assertThat(text("/audit")).contains("Ended a tier given by hand");
    }

    @Test
    void speaksChinese() {
        paid.start(ann, gold(), LocalDate.parse("2024-01-12"), "k1");
        assertThat(mvc.get().uri("/tiers/plans").header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("付费会员", "金卡", "到期日历", "续费率");
        assertThat(mvc.get().uri(tier).header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("生效中", "提前终止");
    }

    private long gold() {
        evaluated("2024-01-12");
        AnnAsAdmin.logIn();
        long plan = plans.create(
                new PlanTerms("Gold", "金卡", new Money(100_00), new TermLength(3, TermLength.Unit.MONTH), 2));
        backAtTheKeyboard();
        return plan;
    }

    private void evaluated(String day) {
        AnnAsAdmin.logIn();
        if (program.versions().isEmpty()) {
            program.startDraft();
            program.saveDraft(Programmes.usual());
            program.publish(LocalDate.parse("2023-01-01"));
        }
        metrics.refreshAll(LocalDate.parse(day), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse(day));
        backAtTheKeyboard();
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private MvcTestResult plan(String name, String price) {
        return post(
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

    private MvcTestResult start(long plan, String day, String key) {
        return post(tier + "/memberships", "key", key, "plan", "" + plan, "day", day, "amount", "", "reason", "");
    }

    private MvcTestResult refund(String address, String amount, String reason) {
        return post(
                address,
                "key",
                TWO.replace('2', '4'),
                "plan",
                "",
                "day",
                "2024-01-12",
                "amount",
                amount,
                "reason",
                reason);
    }

    private MvcTestResult post(String uri, String... params) {
        var request = mvc.post().uri(uri).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private String text(String uri) {
        MvcTestResult result = mvc.get().uri(uri).exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
