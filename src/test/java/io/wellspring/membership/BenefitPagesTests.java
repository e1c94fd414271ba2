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
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager keeps benefits; what ann, in tier 2, gets of them is said wherever it is shown. */
@WellspringTest
@AsStaff(Role.MANAGER)
class BenefitPagesTests {

    @Autowired
    private BenefitCatalogue catalogue;

    @Autowired
    private BenefitDesk desk;

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

    private Pages pages;
    private Claims claims;
    private UserId ann;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
        pages = new Pages(mvc);
        claims = new Claims(catalogue, desk, new Nights(metrics, histories, program, tiering));
    }

    @Test
    void thePagesAreThereBeforeAnyBenefit() {
        assertThat(pages.get("/benefits", "en")).hasStatusOk().bodyText().contains("No benefits yet");
        assertThat(pages.get("/benefits", "zh-CN")).hasStatusOk().bodyText().contains("还没有权益");
        assertThat(pages.get("/benefits/new", "zh-CN")).hasStatusOk().bodyText().contains("每人限额");
        assertThat(pages.get("/users/" + ann + "/benefits", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The tier grants nothing");
        assertThat(pages.get("/benefits/7", "en")).hasStatus(404);
        assertThat(pages.get("/users/99/benefits", "en")).hasStatus(404);
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
        assertThat(pages.get("/benefits", "en")).bodyText().contains("Coupon", "¥12.50", "3 a year");
        assertThat(pages.post("/benefits/1/retirement")).hasRedirectedUrl("/benefits/1");
        assertThat(pages.get("/benefits", "en")).bodyText().contains("Retired");
        assertThat(pages.post("/benefits/1/return")).hasRedirectedUrl("/benefits/1");
        assertThat(jdbc.sql("select action from audit.entry where action like 'benefits.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("benefits.saved", "benefits.saved", "benefits.retired", "benefits.brought-back");
    }

    @Test
    void nobodySavesOverWhatSomebodyElseMadeOfABenefit() {
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "优惠券", "quota", "2"))
                .hasRedirectedUrl("/benefits/1");
        assertThat(pages.get("/benefits/1", "en")).bodyText().contains("name=\"edition\" value=\"1\"");
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
        Pages.backAtTheKeyboard();
        assertThat(catalogue.benefit(1).terms().nameEn()).isEqualTo("Coupon");
        assertThat(benefit("/benefits/1", "nameEn", "Voucher", "nameZh", "优惠券"))
                .as("a form that does not say what it was opened with")
                .hasStatus(409);
        mine[mine.length - 1] = "2";
        assertThat(benefit("/benefits/1", mine)).hasRedirectedUrl("/benefits/1");
        Pages.backAtTheKeyboard();
        assertThat(catalogue.benefit(1).terms().nameEn()).isEqualTo("Voucher");
    }

    @Test
    void aBenefitOfPointsSaysWhatItBringsWhereverItIsShown() {
        long points = claims.granted(Benefits.birthday());
        for (String page : new String[] {"/benefits", "/users/" + ann + "/tier", "/users/" + ann + "/benefits"}) {
            assertThat(pages.get(page, "en"))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("brings 100 points, to be spent within 90 days");
            assertThat(pages.get(page, "zh-CN"))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("每次 100 积分，90 天内有效");
        }
        assertThat(pages.post("/benefits/" + points + "/retirement")).hasRedirectedUrl("/benefits/" + points);
        for (String page : new String[] {"/benefits", "/users/" + ann + "/tier", "/users/" + ann + "/benefits"}) {
            assertThat(pages.get(page, "en")).as(page).hasStatusOk();
            assertThat(pages.get(page, "zh-CN")).as(page).hasStatusOk();
        }
        assertThat(pages.get("/benefits", "en")).bodyText().contains("brings 100 points", "Retired");
        String[] forGood = {"nameEn", "One", "nameZh", "一", "kind", "POINTS", "points", "1"};
        assertThat(benefit("/benefits", forGood)).hasRedirectedUrl("/benefits/" + (points + 1));
        assertThat(pages.get("/benefits", "en")).bodyText().contains("brings 1 point, good for ever");
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
        assertThat(pages.get("/benefits", "en")).bodyText().contains("¥1,234.50");
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
        assertThat(pages.get("/benefits/1", "en")).bodyText().contains("name=\"pointsDays\"", "value=\"30\"");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsClaimOnly() {
        assertThat(pages.get("/benefits", "en")).hasStatusOk();
        assertThat(pages.get("/benefits/new", "en")).hasStatus(403);
        assertThat(benefit("/benefits", "nameEn", "Coupon", "nameZh", "优惠券")).hasStatus(403);
        assertThat(pages.post("/benefits/1/retirement")).hasStatus(403);
        assertThat(pages.post("/users/" + ann + "/benefits/claims", "benefit", "1"))
                .hasStatus(404);
        assertThat(pages.get("/users/" + ann + "/benefits/claims/1/undoing", "en"))
                .hasStatus(403);
        assertThat(pages.post("/users/" + ann + "/benefits/claims/1/undoing", "reason", "why"))
                .hasStatus(403);
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
}
