package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.points.PaperSegments;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager ticks segments, rehearses, saves, and sees everywhere whom the rule is for; the segment tells which rules it has. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RuleSegmentsPagesTests {

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private PaperSegments segments;
    private UserId ann;

    @BeforeEach
    void people() {
        segments = new PaperSegments(jdbc);
        ann = new Facts(jdbc).user("ann", "2026-01-01");
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        new Facts(jdbc).order(ann, clock.today().minusDays(3) + "T10:00", 100_00);
        new Facts(jdbc).order(bob, clock.today().minusDays(3) + "T11:00", 100_00);
    }

    @Test
    void withoutSegmentsARuleIsForEverybody() {
        assertThat(get("/points/rules/new", "en")).hasStatusOk().bodyText().contains("There are no segments yet");
    }

    @Test
    void aRuleIsLimitedRehearsedAndShown() {
        long vips = segments.create("VIPs");
        segments.refresh(vips, "2026-01-05T10:00", ann);
        long gold = segments.create("Gold");
        assertThat(get("/points/rules/new", "en"))
                .bodyText()
                .contains("Only for users in one of these segments", "(1 user)", "waits for its first refresh");
        assertThat(post("/points/rules/rehearsal", "VIP", vips))
                .hasStatusOk()
                .bodyText()
                .contains("100 points", "1 user", "value=\"" + vips + "\" checked");

        assertThat(post("/points/rules", "VIP", vips, gold)).hasRedirectedUrl("/points/rules/1");

        assertThat(get("/points/rules", "en"))
                .bodyText()
                .contains("Only for", ">VIPs</a>", ">Gold</a>", "/segments/" + vips);
        assertThat(get("/points/rules/1", "zh-CN"))
                .bodyText()
                .contains("仅限以下任一分群的用户", "等待首次刷新", "value=\"" + vips + "\" checked");
        assertThat(get("/segments/" + vips, "en"))
                .bodyText()
                .contains("Earning rule", ">VIP</a>", "One earning rule is limited to it: nobody earns");
        assertThat(get("/segments/" + vips, "zh-CN")).bodyText().contains("赚取规则", "有 1 条赚取规则仅限此分群");
    }

    @Test
    void anArchivedSegmentIsToldAndTakenNoMore() {
        long vips = segments.create("VIPs");
        segments.refresh(vips, "2026-01-05T10:00", ann);
        assertThat(post("/points/rules", "VIP", vips)).hasStatus3xxRedirection();
        assertThat(mvc.post().uri("/segments/" + vips + "/archive").with(csrf()).exchange())
                .hasStatus3xxRedirection();

        assertThat(get("/points/rules", "en")).bodyText().contains("archived, nobody is in it any more");
        assertThat(get("/points/rules/1", "en")).bodyText().contains("value=\"" + vips + "\" checked");
        assertThat(get("/points/rules/new", "en")).bodyText().doesNotContain("name=\"segments\"");
        assertThat(post("/points/rules", "Another", vips))
                .hasStatus(422)
                .bodyText()
                .contains("“VIPs” is archived or gone");
        assertThat(postSegment("/points/rules", "Another", "x")).hasStatus(422);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsReadOnly() {
        long vips = segments.create("VIPs");
        assertThat(post("/points/rules", "VIP", vips)).hasStatus(403);
        assertThat(get("/segments/" + vips, "en"))
                .hasStatusOk()
                .bodyText()
                .contains("no earning rule is limited to it");
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String name, Long... ticked) {
        String[] values = new String[ticked.length];
        for (int at = 0; at < ticked.length; at++) {
            values[at] = Long.toString(ticked[at]);
        }
        return postSegment(address, name, values);
    }

    private MvcTestResult postSegment(String address, String name, String... ticked) {
        return mvc.post()
                .uri(address)
                .with(csrf())
                .header("Accept-Language", "en")
                .param("name", name)
                .param("points", "1")
                .param("per", "1.00")
                .param("expiry", "NEVER")
                .param("validFrom", clock.today().minusDays(9).toString())
                .param("segments", ticked)
                .exchange();
    }
}
