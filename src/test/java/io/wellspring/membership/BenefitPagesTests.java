package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager keeps benefits and grants them; ann, in tier 2, gets some; bob is in the lowest. */
@WellspringTest
@AsStaff(Role.MANAGER)
class BenefitPagesTests {

    @Autowired
    private BenefitCatalogue catalogue;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void thePagesAreThereBeforeAnyBenefit() {
        assertThat(get("/benefits", "en")).hasStatusOk().bodyText().contains("No benefits yet");
        assertThat(get("/benefits", "zh-CN")).hasStatusOk().bodyText().contains("还没有权益");
        assertThat(get("/benefits/new", "zh-CN")).hasStatusOk().bodyText().contains("每人限额");
        assertThat(get("/users/" + ann + "/benefits", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The tier grants nothing");
        assertThat(get("/benefits/7", "en")).hasStatus(404);
        assertThat(get("/users/99/benefits", "en")).hasStatus(404);
    }

    @Test
    void aBenefitIsMadeChangedAndRetired() {
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "优惠券", "quota", "2"))
                .hasRedirectedUrl("/benefits/1");
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "另一个"))
                .hasStatus(422)
                .bodyText()
                .contains("is called “Coupon”");
        assertThat(benefit("/benefits/1", "nameEn", "Coupon", "nameZh", "优惠券", "cost", "12.345"))
                .hasStatus(422)
                .bodyText()
                .contains("This cannot be read");
        assertThat(benefit("/benefits/1", "nameEn", "Coupon", "nameZh", "优惠券", "kind", "POINTS"))
                .hasStatus(422)
                .bodyText()
                .contains("need a number of them");
        assertThat(benefit("/benefits/1", "nameEn", "Coupon", "nameZh", "优惠券", "activeUntil", "2025-12-31"))
                .hasStatus(422)
                .bodyText()
                .contains("a last one not before it");
        assertThat(benefit(
                        "/benefits/1",
                        "nameEn",
                        "Coupon",
                        "nameZh",
                        "优惠券",
                        "cost",
                        "12.5",
                        "quota",
                        "3",
                        "period",
                        "YEAR",
                        "edition",
                        "1"))
                .hasRedirectedUrl("/benefits/1");
        assertThat(get("/benefits", "en")).bodyText().contains("Coupon", "¥12.50", "3 a year");
        assertThat(post("/benefits/1/retirement")).hasRedirectedUrl("/benefits/1");
        assertThat(get("/benefits", "en")).bodyText().contains("Retired");
        assertThat(post("/benefits/1/return")).hasRedirectedUrl("/benefits/1");
        assertThat(jdbc.sql("select action from audit.entry where action like 'benefits.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("benefits.saved", "benefits.saved", "benefits.retired", "benefits.brought-back");
    }

    @Test
    void nobodySavesOverWhatSomebodyElseMadeOfABenefit() {
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "优惠券", "quota", "2"))
                .hasRedirectedUrl("/benefits/1");
        assertThat(get("/benefits/1", "en")).bodyText().contains("name=\"edition\" value=\"1\"");
        assertThat(benefit("/benefits", "nameEn", "COUPON", "nameZh", "券")).hasStatus(422);
        String[] theirs = {"nameEn", "Coupon", "nameZh", "优惠券", "kind", "GIFT", "cost", "12.5", "edition", "1"};
        assertThat(benefit("/benefits/1", theirs)).hasRedirectedUrl("/benefits/1");
        String[] mine = {"nameEn", "Voucher", "nameZh", "优惠券", "quota", "3", "period", "YEAR", "edition", "1"};
        assertThat(benefit("/benefits/1", mine))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "“Coupon” was changed since you opened it", "value=\"Voucher\"", "name=\"edition\" value=\"2\"")
                .containsPattern(ChangedMeanwhile.row("Name in English", "Coupon", "Voucher"))
                .containsPattern(ChangedMeanwhile.row("Kind", "Gift", "Coupon"))
                .containsPattern(ChangedMeanwhile.row("Cost of one claim, CNY", "12.50", "–"))
                .containsPattern(ChangedMeanwhile.row("Quota of one user", "–", "3"))
                .doesNotContain(ChangedMeanwhile.heading("Name in Chinese"));
        backAtTheKeyboard();
        assertThat(catalogue.benefit(1).terms().nameEn()).isEqualTo("Coupon");
        assertThat(benefit("/benefits/1", "nameEn", "Voucher", "nameZh", "优惠券"))
                .as("a form that does not say what it was opened with")
                .hasStatus(409);
        mine[mine.length - 1] = "2";
        assertThat(benefit("/benefits/1", mine)).hasRedirectedUrl("/benefits/1");
        backAtTheKeyboard();
        assertThat(catalogue.benefit(1).terms().nameEn()).isEqualTo("Voucher");
    }

    @Test
    void aBenefitOfPointsSaysWhatItBringsWhereverItIsShown() {
        long points = granted(Benefits.birthday());
        for (String page : new String[] {"/benefits", "/users/" + ann + "/tier", "/users/" + ann + "/benefits"}) {
            assertThat(get(page, "en"))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("brings 100 points, to be spent within 90 days");
            assertThat(get(page, "zh-CN")).as(page).hasStatusOk().bodyText().contains("每次 100 积分，90 天内有效");
        }
        assertThat(post("/benefits/" + points + "/retirement")).hasRedirectedUrl("/benefits/" + points);
        for (String page : new String[] {"/benefits", "/users/" + ann + "/tier", "/users/" + ann + "/benefits"}) {
            assertThat(get(page, "en")).as(page).hasStatusOk();
            assertThat(get(page, "zh-CN")).as(page).hasStatusOk();
        }
        assertThat(get("/benefits", "en")).bodyText().contains("brings 100 points", "Retired");
        String[] forGood = {"nameEn", "One", "nameZh", "一", "kind", "POINTS", "points", "1"};
        assertThat(benefit("/benefits", forGood)).hasRedirectedUrl("/benefits/" + (points + 1));
        assertThat(get("/benefits", "en")).bodyText().contains("brings 1 point, good for ever");
    }

    @Test
    void aCostIsReadOnlyIfItIsClearlyAnAmount() {
        for (String unclear : new String[] {"1,5", "1,50", "12,34.5", "1.234,50", "1e3", "-1", "1,,000"}) {
            assertThat(benefit("/benefits", "nameEn", "Gift", "nameZh", "礼物", "cost", unclear))
                    .as(unclear)
                    .hasStatus(422);
        }
        assertThat(benefit("/benefits", "nameEn", "Gift", "nameZh", "礼物", "cost", "1,234.50"))
                .hasRedirectedUrl("/benefits/1");
        assertThat(get("/benefits", "en")).bodyText().contains("¥1,234.50");
    }

    @Test
    void pointsOfABenefitHaveTheirTime() {
        assertThat(benefit("/benefits", "nameEn", "Points", "nameZh", "积分", "pointsDays", "30"))
                .hasStatus(422)
                .bodyText()
                .contains("Points belong to benefits of the kind");
        String[] points = {"nameEn", "Points", "nameZh", "积分", "kind", "POINTS", "points", "50", "pointsDays", "0"};
        assertThat(benefit("/benefits", points)).hasStatus(422);
        points[9] = "30";
        assertThat(benefit("/benefits", points)).hasRedirectedUrl("/benefits/1");
        assertThat(get("/benefits/1", "en")).bodyText().contains("name=\"pointsDays\"", "value=\"30\"");
    }

    @Test
    void staffClaimOnTheTierPageAndManagersUndo() {
        long coupon = granted(Benefits.coupon(1, QuotaPeriod.MONTH));
        assertThat(get("/users/" + ann + "/tier", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Coupon", "1 a month", "/users/" + ann + "/benefits/claims");
        assertThat(mvc.get().uri("/users/" + ann + "/tier").header("HX-Request", "true"))
                .bodyText()
                .contains("Benefits (1)");
        assertThat(get("/tiers", "en")).bodyText().contains("/benefits/" + coupon);

        String claims = "/users/" + ann + "/benefits/claims";
        String form = "11111111-2222-3333-4444-555555555555";
        assertThat(post(claims, "benefit", "" + coupon, "form", form)).hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(post(claims, "benefit", "" + coupon, "form", form)).hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(get("/users/" + ann + "/benefits", "en"))
                .bodyText()
                .contains("quota used", "¥20.00", claims + "/1/undoing")
                .doesNotContain(claims + "/2/undoing");
        assertThat(post(claims, "benefit", "" + coupon))
                .satisfies(
                        result -> assertThat(result.getMvcResult().getFlashMap().get("refused"))
                                .asString()
                                .contains("quota of 1 is used up"));
        assertThat(get("/benefits", "en")).bodyText().contains("100.0%", "/benefits/" + coupon + "?tier=2");
        assertThat(get("/benefits/" + coupon + "?tier=2", "en")).bodyText().contains("/users/" + ann + "/benefits");
        assertThat(get("/benefits/" + coupon + "?tier=1", "en"))
                .bodyText()
                .doesNotContain("/users/" + ann + "/benefits");

        String undoing = claims + "/1/undoing";
        assertThat(get(undoing, "en")).hasStatusOk().bodyText().contains("Undo the claim");
        assertThat(get("/users/" + bob + "/benefits/claims/1/undoing", "en")).hasStatus(404);
        assertThat(post(undoing, "reason", " ")).hasStatus(422).bodyText().contains("Say why");
        assertThat(post(undoing, "reason", "never came")).hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(get("/users/" + ann + "/benefits", "zh-CN")).bodyText().contains("never came", "撤销", "优惠券");
        assertThat(get("/users/" + ann + "/timeline?kind=benefit", "en"))
                .bodyText()
                .contains("Claimed Coupon", "Claim of Coupon undone", "never came");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsClaimOnly() {
        assertThat(get("/benefits", "en")).hasStatusOk();
        assertThat(get("/benefits/new", "en")).hasStatus(403);
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "优惠券")).hasStatus(403);
        assertThat(post("/benefits/1/retirement")).hasStatus(403);
        assertThat(post("/users/" + ann + "/benefits/claims", "benefit", "1")).hasStatus(404);
        assertThat(get("/users/" + ann + "/benefits/claims/1/undoing", "en")).hasStatus(403);
        assertThat(post("/users/" + ann + "/benefits/claims/1/undoing", "reason", "why"))
                .hasStatus(403);
    }

    @Test
    void theDraftGrantsBenefitsAndSaysWhatTheyCost() {
        long coupon = granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        program.startDraft();
        backAtTheKeyboard();
        assertThat(get("/tiers", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("t3-benefit-" + coupon, "data-sets=\"t2-entry-growth\"", "≥ 1,000: reached by 1")
                .contains("Benefit cost a month", "so its whole quota", "¥40.00");
        assertThat(draft("900", "t2-benefit-" + coupon))
                .as("bob as well: 2 users × 2 × 20.00")
                .hasStatusOk()
                .bodyText()
                .contains("¥80.00", "+¥40.00");
        assertThat(draft("900", "t1-benefit-" + coupon)).bodyText().contains("¥0.00", "−¥40.00");
        backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().terms().grants().byTier().get(1))
                .containsExactly(coupon);
    }

    @Test
    void theDraftSaysWhatAnExpectationIsTakenFromInWholeWords() {
        long coupon = granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        assertThat(post(
                        "/users/" + ann + "/benefits/claims",
                        "form",
                        "11111111-1111-4111-8111-111111111111",
                        "benefit",
                        "" + coupon))
                .hasStatus3xxRedirection();
        backAtTheKeyboard();
        program.startDraft();
        backAtTheKeyboard();
        assertThat(get("/tiers", "en"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("Coupon: 1 claim in (1 month|\\d+ months) by 1 user entitled now")
                .contains("class=\"ws ws-tiers stack\"", "data-label=\"Spent ≥\"", "data-label=\"Tier 3\"");
        assertThat(get("/tiers", "zh-CN")).hasStatusOk().bodyText().contains("1 次领取", "data-label=\"等级3\"");
    }

    @Test
    void theVeryFirstDraftShowsHowManyWouldBeginWhere() {
        metrics.refreshAll(LocalDate.parse("2024-01-12"), 365);
        histories.refreshAll();
        program.startDraft();
        program.saveDraft(Programmes.usual());
        backAtTheKeyboard();
        assertThat(get("/tiers", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The first programme", "2 users", "≥ 1,000: reached by 1")
                .doesNotContain("nothing to compare with");
        assertThat(draft("900", "none")).bodyText().contains("The first programme");
    }

    private long granted(BenefitTerms terms) {
        long benefit = catalogue.create(terms);
        program.startDraft();
        program.saveDraft(Programmes.usual().granting(new Grants(Map.of(2, Set.of(benefit)))));
        program.publish(LocalDate.parse("2023-01-01"));
        metrics.refreshAll(LocalDate.parse("2024-01-12"), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse("2024-01-12"));
        return benefit;
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private MvcTestResult draft(String growth, String granted) {
        backAtTheKeyboard();
        long edition = program.draft().orElseThrow().edition().edition();
        var request = mvc.post()
                .uri("/tiers/draft")
                .with(csrf())
                .param("edition", "" + edition)
                .header("HX-Request", "true")
                .param("tiers", "1,2,3")
                .param(granted, "on")
                .param("reachDays", "365")
                .param("keepDays", "365")
                .param("orderFactor", "1");
        for (int tier = 1; tier <= 3; tier++) {
            request = request.param("t" + tier + "-nameEn", "Tier " + tier)
                    .param("t" + tier + "-nameZh", "等级" + tier)
                    .param("t" + tier + "-colour", "#2b98a3")
                    .param("t" + tier + "-multiplier", "1.5")
                    .param("t" + tier + "-months", "12")
                    .param("t" + tier + "-grace", "30");
        }
        return request.param("t2-entry-growth", growth)
                .param("t3-entry-growth", "5000")
                .exchange();
    }

    private MvcTestResult benefit(String uri, String... typed) {
        var request = mvc.post().uri(uri).with(csrf());
        Map<String, String> usual =
                new HashMap<>(Map.of("kind", "COUPON", "period", "MONTH", "activeFrom", "2026-01-01"));
        for (int i = 0; i < typed.length; i += 2) {
            usual.put(typed[i], typed[i + 1]);
        }
        for (Map.Entry<String, String> field : usual.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private MvcTestResult post(String uri, String... params) {
        var request = mvc.post().uri(uri).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult get(String uri, String language) {
        return mvc.get().uri(uri).header("Accept-Language", language).exchange();
    }
}
