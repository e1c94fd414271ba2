package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager grants benefits in the draft, which says what they would cost; ann is in tier 2, bob in the lowest. */
@WellspringTest
@AsStaff(Role.MANAGER)
class GrantingBenefitsTests {

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
    void theDraftGrantsBenefitsAndSaysWhatTheyCost() {
        long coupon = claims.granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        program.startDraft();
        Pages.backAtTheKeyboard();
        assertThat(pages.get("/tiers", "en"))
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
        Pages.backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().terms().grants().byTier().get(1))
                .containsExactly(coupon);
    }

    @Test
    void theDraftSaysWhatAnExpectationIsTakenFromInWholeWords() {
        long coupon = claims.granted(Benefits.coupon(2, QuotaPeriod.MONTH));
        assertThat(pages.post(
                        "/users/" + ann + "/benefits/claims",
                        "form",
                        "11111111-1111-4111-8111-111111111111",
                        "benefit",
                        "" + coupon))
                .hasStatus3xxRedirection();
        Pages.backAtTheKeyboard();
        program.startDraft();
        Pages.backAtTheKeyboard();
        assertThat(pages.get("/tiers", "en"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("Coupon: 1 claim in (1 month|\\d+ months) by 1 user entitled now")
                .contains("class=\"ws ws-tiers stack\"", "data-label=\"Spent ≥\"", "data-label=\"Tier 3\"");
        assertThat(pages.get("/tiers", "zh-CN")).hasStatusOk().bodyText().contains("1 次领取", "data-label=\"等级3\"");
    }

    @Test
    void theVeryFirstDraftShowsHowManyWouldBeginWhere() {
        metrics.refreshAll(LocalDate.parse("2024-01-12"), 365);
        histories.refreshAll();
        program.startDraft();
        program.saveDraft(Programmes.usual());
        Pages.backAtTheKeyboard();
        assertThat(pages.get("/tiers", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("The first programme", "2 users", "≥ 1,000: reached by 1")
                .doesNotContain("nothing to compare with");
        assertThat(draft("900", "none")).bodyText().contains("The first programme");
    }

    private MvcTestResult draft(String growth, String granted) {
        Pages.backAtTheKeyboard();
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
}
