package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ann, in tier 2, claims what it grants on her pages; bob is in the lowest. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ClaimPagesTests {

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
    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
        pages = new Pages(mvc);
        claims = new Claims(catalogue, desk, new Nights(metrics, histories, program, tiering));
    }

    @Test
    void staffClaimOnTheTierPageAndManagersUndo() {
        long coupon = claims.granted(Benefits.coupon(1, QuotaPeriod.MONTH));
        assertThat(pages.get("/users/" + ann + "/tier", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Coupon", "1 a month", "/users/" + ann + "/benefits/claims");
        assertThat(mvc.get().uri("/users/" + ann + "/tier").header("HX-Request", "true"))
                .bodyText()
                .contains("Benefits (1)");
        assertThat(pages.get("/tiers", "en")).bodyText().contains("/benefits/" + coupon);

        String address = "/users/" + ann + "/benefits/claims";
        String form = "11111111-2222-3333-4444-555555555555";
        assertThat(pages.post(address, "benefit", "" + coupon, "form", form))
                .hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(pages.post(address, "benefit", "" + coupon, "form", form))
                .hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(pages.get("/users/" + ann + "/benefits", "en"))
                .bodyText()
                .contains("quota used", "¥20.00", address + "/1/undoing")
                .doesNotContain(address + "/2/undoing");
        assertThat(pages.post(address, "benefit", "" + coupon))
                .satisfies(
                        result -> assertThat(result.getMvcResult().getFlashMap().get("refused"))
                                .asString()
                                .contains("quota of 1 is used up"));
        assertThat(pages.get("/benefits", "en")).bodyText().contains("100.0%", "/benefits/" + coupon + "?tier=2");
        assertThat(pages.get("/benefits/" + coupon + "?tier=2", "en"))
                .bodyText()
                .contains("/users/" + ann + "/benefits");
        assertThat(pages.get("/benefits/" + coupon + "?tier=1", "en"))
                .bodyText()
                .doesNotContain("/users/" + ann + "/benefits");

        String undoing = address + "/1/undoing";
        assertThat(pages.get(undoing, "en")).hasStatusOk().bodyText().contains("Undo the claim");
        assertThat(pages.get("/users/" + bob + "/benefits/claims/1/undoing", "en"))
                .hasStatus(404);
        assertThat(pages.post(undoing, "reason", " ")).hasStatus(422).bodyText().contains("Say why");
        assertThat(pages.post(undoing, "reason", "never came")).hasRedirectedUrl("/users/" + ann + "/benefits");
        assertThat(pages.get("/users/" + ann + "/benefits", "zh-CN")).bodyText().contains("never came", "撤销", "优惠券");
        assertThat(pages.get("/users/" + ann + "/timeline?kind=benefit", "en"))
                .bodyText()
                .contains("Claimed Coupon", "Claim of Coupon undone", "never came");
    }
}
