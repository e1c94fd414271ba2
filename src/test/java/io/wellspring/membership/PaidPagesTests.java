package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import io.wellspring.staff.web.AnnAsAdmin;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.YearMonth;
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

    @Autowired
    BusinessClock clock;

    Facts facts;
    UserId ann;
    String tier;
    LocalDate today;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        today = clock.today();
        tier = "/users/" + ann + "/tier";
    }

    @Test
    void withoutPlansThePageSaysWhatTheyAre() {
        evaluated(today);
        assertThat(text("/tiers/plans")).contains("No plans yet", "New plan");
        assertThat(text(tier + "/memberships/new")).contains("No plan is on sale");
        assertThat(text("/tiers")).contains("/tiers/plans");
    }

    @Test
    void managersKeepPlans() {
        evaluated(today);
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
    void nobodySavesOverWhatSomebodyElseMadeOfAPlan() {
        long gold = gold();
        String page = "/tiers/plans/" + gold;
        assertThat(text(page)).contains("name=\"edition\" value=\"1\"");
        assertThat(post(page, planned("Gold", "200", "1", "YEAR", "2", "1"))).hasRedirectedUrl("/tiers/plans");
        assertThat(post(page, planned("Bold", "150", "3", "MONTH", "3", "1")))
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
        backAtTheKeyboard();
        assertThat(plans.plan(gold).terms().price()).isEqualTo(new Money(200_00));
        assertThat(post(page, planned("Bold", "150", "3", "MONTH", "3", "2"))).hasRedirectedUrl("/tiers/plans");
        backAtTheKeyboard();
        assertThat(plans.plan(gold).terms().price()).isEqualTo(new Money(150_00));
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
        assertThat(start(gold, today.toString(), ONE)).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("End early").doesNotContain("/refund");
        backAtTheKeyboard();
        String refund = tier + "/memberships/" + reading.terms(ann).getFirst().id() + "/refund";
        assertThat(mvc.get().uri(refund)).hasStatus(403);
        assertThat(refund(refund, "40", "asked")).hasStatus(403);
    }

    @Test
    void startsRenewsAndRefundsOnThePageOfTheUser() {
        long gold = gold();
        assertThat(text(tier + "/memberships/new")).contains("Gold", "100.00", "3 months", today.toString());
        assertThat(start(gold, "2024", ONE)).hasStatus(422).bodyText().contains("Give a day that is in the calendar");
        assertThat(start(gold, today.toString(), ONE)).hasRedirectedUrl(tier);
        assertThat(start(gold, today.toString(), ONE)).as("pressed twice").hasRedirectedUrl(tier);
        assertThat(start(gold, today.toString(), TWO)).hasStatus(422).bodyText().contains("renew it instead");
        assertThat(text(tier)).contains("paid for", "Tier 2", lastDay(3), "runs", "Refund", "End early");
        assertThat(text(tier + "/memberships/renewal?plan=" + gold)).contains("100.00", lastDay(3));
        assertThat(renew(gold, term(), TWO)).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("to come", lastDay(6));
        backAtTheKeyboard();
        long first = reading.terms(ann).getLast().id();
        long second = reading.terms(ann).getFirst().id();
        String refund = tier + "/memberships/" + first + "/refund";
        assertThat(text(refund)).contains("value=\"100.00\"", "given back so far");
        assertThat(refund(refund, "100.01", "asked")).hasStatus(422).bodyText().contains("at most", "100.00");
        assertThat(refund(refund, "40", "")).hasStatus(422).bodyText().contains("Say why");
        assertThat(refund(refund, "40", "asked")).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains("refunded", "40.00", "instead of " + lastDay(3));
        assertThat(post(
                        tier + "/memberships/" + second + "/lapse",
                        "key",
                        TWO.replace('2', '3'),
                        "day",
                        today.toString(),
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
        paid.start(ann, gold, today, "k1");
        YearMonth month = YearMonth.parse(lastDay(3).substring(0, 7));
        String month1 = today.withDayOfMonth(1) + " – " + today;
        assertThat(text("/tiers/plans")).contains("/tiers/plans/endings?month=" + month, month1);
        assertThat(text("/tiers/plans/endings?month=" + month)).contains(tier, lastDay(3), "Renew");
        assertThat(text("/tiers/plans/endings?month=" + month.plusMonths(1))).contains("None end in this month");
        assertThat(text("/tiers/plans/endings?month=soon")).contains("None end in this month");
        backAtTheKeyboard();
        paid.start(facts.user("bob", "2024-01-01"), gold, today.minusMonths(3).minusDays(1), "k2");
        assertThat(text("/tiers/plans?days=60")).contains("unfinished", "Within 60 days");
    }

    @Test
    void allOfItGoesByTodayHoweverFarBackTheFiguresLie() {
        long gold = gold(today.minusDays(400));
        assertThat(text(tier + "/memberships/new")).contains("value=\"" + today + "\"");
        assertThat(start(gold, today.toString(), ONE)).hasRedirectedUrl(tier);
        assertThat(text("/tiers/plans"))
                .contains(
                        "as of " + today,
                        today.withDayOfMonth(1) + " – " + today,
                        "/tiers/plans/endings?month=" + lastDay(3).substring(0, 7));
        assertThat(text(tier)).contains("runs").doesNotContain("to come");
        assertThat(text(tier + "/memberships/renewal?plan=" + gold)).contains("value=\"" + today + "\"");
        backAtTheKeyboard();
        String term = tier + "/memberships/" + reading.terms(ann).getFirst().id();
        assertThat(text(term + "/refund")).contains("value=\"" + today + "\"");
        assertThat(text(term + "/lapse")).contains("value=\"" + today + "\"");
    }

    @Test
    void aTermIsRenewedOnceHoweverManyFormsAreOpen() {
        long gold = gold();
        paid.start(ann, gold, today, "k1");
        String term = Long.toString(reading.terms(ann).getFirst().id());
        assertThat(text(tier + "/memberships/renewal?plan=" + gold)).contains("name=\"term\" value=\"" + term + "\"");
        assertThat(renew(gold, term, ONE)).hasRedirectedUrl(tier);
        MvcTestResult second = renew(gold, term, TWO);
        assertThat(second).hasRedirectedUrl(tier);
        assertThat(String.valueOf(second.getMvcResult().getFlashMap().get("refused")))
                .contains("renewed already", lastDay(6));
        assertThat(renew(gold, "", TWO)).as("a form that says of no term").hasRedirectedUrl(tier);
        backAtTheKeyboard();
        assertThat(reading.terms(ann)).hasSize(2);
        assertThat(renew(gold, term, ONE)).as("pressed twice").hasRedirectedUrl(tier);
        backAtTheKeyboard();
        assertThat(reading.terms(ann)).hasSize(2);
    }

    @Test
    void aTermToComeThatWasGivenBackIsNotTheOneThatIsRenewed() {
        long gold = gold();
        paid.start(ann, gold, today, "k1");
        PaidFact next = paid.renew(ann, gold, today, "k2");
        paid.refund(ann, next.term(), today, new Money(100_00), "asked", "k3");
        long runs = reading.terms(ann).stream()
                .filter(PaidTerm::coversAnyDay)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(text(tier + "/memberships/renewal?plan=" + gold))
                .contains(today + " – " + lastDay(3), "name=\"term\" value=\"" + runs + "\"");
        assertThat(text(tier).split("/memberships/renewal", -1)).hasSize(2);
        assertThat(text(tier).indexOf("/memberships/renewal"))
                .as("beside the term that runs")
                .isLessThan(text(tier).indexOf("/memberships/" + runs + "/refund"))
                .isGreaterThan(text(tier).indexOf("refunded"));
        assertThat(renew(gold, Long.toString(runs), ONE)).hasRedirectedUrl(tier);
        assertThat(text(tier)).contains(lastDay(6));
    }

    @Test
    void whatOnceCoveredNoDayDoesNotDelayWhatIsBoughtThen() {
        long gold = gold();
        PaidFact started = paid.start(ann, gold, today, "k1");
        PaidFact next = paid.renew(ann, gold, today, "k2");
        paid.refund(ann, next.term(), today, new Money(100_00), "asked", "k3");
        paid.refund(ann, started.term(), today, new Money(100_00), "asked", "k4");
        assertThat(text(tier + "/memberships/renewal?plan=" + gold)).contains("covers no day");
        backAtTheKeyboard();
        assertThat(paid.renew(ann, gold, today, "k5").from()).contains(today);
    }

    @Test
    void thePageOfAUserSaysWhenTheTierFollowsWhatWasPaidFor() {
        LocalDate evaluated = today.minusDays(400);
        long gold = gold(evaluated);
        assertThat(start(gold, today.toString(), ONE)).hasRedirectedUrl(tier);
        assertThat(text(tier))
                .contains("The tier follows when " + today + " is evaluated; the day evaluated last is " + evaluated);
        backAtTheKeyboard();
        evaluated(today);
        assertThat(text(tier)).contains("Tier 2").doesNotContain("The tier follows");
    }

    @Test
    void withoutAPlanTheFormSaysSo() {
        gold();
        for (String plan : new String[] {"", "0", "9", "gold"}) {
            assertThat(post(tier + "/memberships", "key", ONE, "plan", plan, "day", today.toString()))
                    .as(plan)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Choose a plan.", "Start a membership");
        }
    }

    @Test
    void sellingSaysWhatRunsOfTheSameTier() {
        long gold = gold();
        paid.start(ann, gold, today, "k1");
        AnnAsAdmin.logIn();
        plans.create(new PlanTerms("Trial", "试用", new Money(10_00), new TermLength(1, TermLength.Unit.MONTH), 2));
        plans.create(new PlanTerms("Platinum", "白金", new Money(10_00), new TermLength(1, TermLength.Unit.MONTH), 3));
        backAtTheKeyboard();
        assertThat(text(tier + "/memberships/new"))
                .containsOnlyOnce("Paid for up to and including " + lastDay(3) + ": renew it instead.")
                .containsOnlyOnce("“Gold”, which gives the same tier, is paid for up to and including " + lastDay(3))
                .contains("counts from the first day below on");
    }

    @Test
    void aManagerEndsATierGivenByHand() {
        gold();
        given.tier(ann, 3, today.plusMonths(5), "won it");
        assertThat(text(tier)).contains(tier + "/gift/end");
        assertThat(text(tier + "/gift/end")).contains(today.toString());
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
        paid.start(ann, gold(), today, "k1");
        assertThat(mvc.get().uri("/tiers/plans").header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("付费会员", "金卡", "到期日历", "续费率");
        assertThat(mvc.get().uri(tier).header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("生效中", "提前终止");
    }

    /** The last day of so many months that begin today. */
    private String lastDay(int months) {
        return today.plusMonths(months).minusDays(1).toString();
    }

    private String term() {
        backAtTheKeyboard();
        return Long.toString(reading.terms(ann).getFirst().id());
    }

    private MvcTestResult renew(long plan, String term, String key) {
        return post(
                tier + "/memberships/renewal", "key", key, "plan", "" + plan, "term", term, "day", today.toString());
    }

    private long gold() {
        return gold(today);
    }

    private long gold(LocalDate asOf) {
        evaluated(asOf);
        AnnAsAdmin.logIn();
        long plan = plans.create(
                new PlanTerms("Gold", "金卡", new Money(100_00), new TermLength(3, TermLength.Unit.MONTH), 2));
        backAtTheKeyboard();
        return plan;
    }

    private void evaluated(LocalDate day) {
        AnnAsAdmin.logIn();
        if (program.versions().isEmpty()) {
            program.startDraft();
            program.saveDraft(Programmes.usual());
            program.publish(day);
        }
        metrics.refreshAll(day, 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(day);
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

    private static String[] planned(
            String name, String price, String count, String unit, String entry, String edition) {
        return new String[] {
            "nameEn", name, "nameZh", name, "price", price, "count", count, "unit", unit, "tier", entry, "edition",
            edition
        };
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
                today.toString(),
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
