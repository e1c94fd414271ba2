package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.PeopleSeen;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ann holds tier 2 and bob the lowest; the page says so, and who would stand where by a draft. */
@WellspringTest
@AsStaff(Role.MANAGER)
class TierPagesTests {

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
    private JdbcClient jdbc;

    private Pages pages;
    private DraftForm draft;
    private Nights nights;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        pages = new Pages(mvc);
        draft = new DraftForm(mvc, program);
        nights = new Nights(metrics, histories, program, tiering);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void withoutAProgrammeThePageOffersToStartOne() {
        assertThat(pages.text("/tiers")).contains("No programme yet", "Start with five usual tiers");
        assertThat(pages.post("/tiers/drafts")).hasRedirectedUrl("/tiers");
        assertThat(pages.text("/tiers")).contains("Publish as version 1", "Nobody holds a tier yet");
    }

    @Test
    void showsWhoStandsWhereAndWhatADraftWouldChange() {
        evaluated();
        program.startDraft();
        String page = pages.text("/tiers");
        assertThat(page).contains("Tier 2 · 1", "Basic · 1", "2024-01-12 by version 1");
        String changed = draft.saved("900", true);
        assertThat(changed).contains("+1", "−1", "2 users");
        assertThat(pages.text("/tiers/movers")).contains("/users/" + bob, "900");
    }

    @Test
    void listsWhoWouldFallAndKeepsThemAsASegment() {
        evaluated();
        program.startDraft();
        assertThat(pages.text("/tiers/fallers")).contains("Nobody would fall").doesNotContain("/segments/fallers/new");
        assertThat(pages.post("/segments/fallers", "name", "Fallers")).hasStatus(422);
        assertThat(draft.saved("2000", true))
                .contains("/tiers/fallers", "at their due dates, if they go on as in this window: 1");
        assertThat(pages.text("/tiers/fallers")).contains("/users/" + ann, "1,000", "/segments/fallers/new");
        assertThat(mvc.get().uri("/tiers/fallers").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("哪些人会降级");
        assertThat(pages.text("/segments/fallers/new")).contains("Would fall with version 2", "/tiers/fallers");
        assertThat(pages.text("/segments/fallers/new"))
                .contains(
                        "1 user would be kept",
                        "name=\"seen\" value=\"" + PeopleSeen.of(draft.editionNow(), ann) + "\"",
                        "name=\"users\" value=\"1\"");
        assertThat(pages.post("/segments/fallers", "name", "Fallers"))
                .as("a form that does not say what it was opened with")
                .hasStatus(409);
        assertThat(pages.post(
                        "/segments/fallers",
                        "name",
                        "Fallers",
                        "seen",
                        PeopleSeen.of(draft.editionNow(), ann),
                        "users",
                        "1"))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select m.user_id from segments.member m join segments.segment s using (segment_id)"
                                + " where s.name = 'Fallers'")
                        .query(Long.class)
                        .list())
                .containsExactly(ann.value());
    }

    @Test
    void whoseTierIsGoneFallsOnTheFirstDay() {
        evaluated();
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE,
                new Tier(
                        0,
                        9,
                        2,
                        "Nine",
                        "九",
                        "#2b98a3",
                        TierRule.growth(5_000),
                        TierRule.NONE,
                        Optional.of(12),
                        30,
                        AtDue.ONE_STEP,
                        1,
                        BigDecimal.ONE)));
        assertThat(pages.text("/tiers/fallers")).contains("/users/" + ann).doesNotContain("/users/" + bob);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsReadOnly() {
        assertThat(mvc.get().uri("/tiers")).hasStatusOk();
        assertThat(mvc.get().uri("/users/" + ann + "/tier")).hasStatusOk();
        assertThat(pages.post("/tiers/drafts")).hasStatus(403);
        assertThat(mvc.get().uri("/users/" + ann + "/tier/gift")).hasStatus(403);
        assertThat(mvc.get().uri("/users/" + ann + "/tier/growth")).hasStatus(403);
    }

    @Test
    void speaksChinese() {
        evaluated();
        program.startDraft();
        assertThat(mvc.get().uri("/tiers").header("Accept-Language", "zh-CN"))
                .bodyText()
                .contains("等级规则", "等级2 · 1", "发布为版本 2", "影响评估");
    }

    private void evaluated() {
        nights.begin(Programmes.usual(), LocalDate.parse("2024-01-12"));
    }
}
