package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.ChangedMeanwhile;
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

/** A manager types over the draft, and somebody else may have done so meanwhile. */
@WellspringTest
@AsStaff(Role.MANAGER)
class DraftingProgrammesTests {

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

    @BeforeEach
    void people() {
        pages = new Pages(mvc);
        draft = new DraftForm(mvc, program);
        nights = new Nights(metrics, histories, program, tiering);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void saysWhatCannotBeReadAndKeepsTheDraftAsItWas() {
        evaluated();
        program.startDraft();
        assertThat(draft.saved("many", true))
                .contains("A number cannot be read")
                .doesNotContain("<form");
        Pages.backAtTheKeyboard();
        assertThat(draft.saved("many", false)).contains("A number cannot be read", "is-invalid");
        Pages.backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(1_000L);
        assertThat(draft.saved("", true)).contains("needs at least one threshold");
    }

    @Test
    void refusesTwoTiersOfOneNameAtTheirFields() {
        evaluated();
        program.startDraft();
        assertThat(draft.sent("900", "", "", false, "t3-nameEn", "tier 2"))
                .hasStatus(422)
                .bodyText()
                .contains("Two tiers have the same name")
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t2-nameEn\"")
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t3-nameEn\"");
        Pages.backAtTheKeyboard();
        assertThat(draft.sent("900", "publish", "2024-02-01", false, "t3-nameZh", "等级2"))
                .hasStatus(422)
                .bodyText()
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t3-nameZh\"");
        Pages.backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(1_000L);
    }

    @Test
    void whoTypesOverADraftSomebodyElseHasChangedIsToldAndKeepsWhatIsTyped() {
        evaluated();
        long edition = program.startDraft().edition().edition();
        draft.openAt(edition);
        assertThat(pages.text("/tiers"))
                .contains("name=\"edition\" value=\"" + edition + "\"")
                .containsPattern("name=\"form\" value=\"[0-9a-f-]{36}\"");
        assertThat(draft.saved("900", true)).contains("2 users");
        Pages.backAtTheKeyboard();
        assertThat(draft.saved("800", true)).as("the same form goes on").doesNotContain("Somebody else");
        Pages.backAtTheKeyboard();
        draft.openAs("two");
        assertThat(draft.saved("700", true)).contains("Somebody else has changed the draft", "800 growth value");
        Pages.backAtTheKeyboard();
        assertThat(draft.sent("700", "publish", "2024-02-01", false))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed the draft", "value=\"700\"")
                .containsPattern(ChangedMeanwhile.row("Tier 2: Reached by", "800 growth value", "700 growth value"))
                .as("what is typed beside it waits for Save")
                .doesNotContain("hx-post=\"/tiers/draft\"")
                .doesNotContain(ChangedMeanwhile.heading("Tier 3: Reached by"))
                .contains("name=\"edition\" value=\"" + draft.editionNow() + "\"");
        Pages.backAtTheKeyboard();
        assertThat(draft.sent("700", "discard", "", false)).hasStatus(409);
        Pages.backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(800L);
        draft.openAt(draft.editionNow());
        assertThat(draft.sent("700", "", "", false)).hasRedirectedUrl("/tiers#editor");
        Pages.backAtTheKeyboard();
        draft.openAs("one");
        assertThat(mvc.get().uri("/tiers").header("Accept-Language", "zh-CN")).hasStatusOk();
        assertThat(draft.sent("600", "", "", false)).hasStatus(409).bodyText().contains("700 growth value");
        Pages.backAtTheKeyboard();
        assertThat(draft.sent("many", "", "", false)).hasStatus(422);
    }

    @Test
    void aDraftThatWasDiscardedAndBegunAnewIsAnotherOne() {
        evaluated();
        draft.openAt(program.startDraft().edition().edition());
        program.discard();
        program.startDraft();
        assertThat(draft.sent("700", "", "", false)).hasStatus(409);
        Pages.backAtTheKeyboard();
        program.discard();
        assertThat(draft.sent("700", "", "", false)).hasStatus(409).bodyText().contains("no draft any more");
    }

    @Test
    void thousandsAreToldFromDecimals() {
        evaluated();
        program.startDraft();
        assertThat(draft.saved("1,5", true)).contains("A number cannot be read");
        Pages.backAtTheKeyboard();
        assertThat(draft.saved("1,500", true)).doesNotContain("A number cannot be read");
        assertThat(pages.post("/users/" + ann + "/tier/growth", "key", "7", "amount", "1,5", "reason", "why"))
                .hasStatus(422);
    }

    @Test
    void saysWhichTiersNobodyCanEarn() {
        evaluated();
        program.startDraft();
        String warning = "Nobody can earn Tier 2 (5,000 growth value):"
                + " whoever does earns Tier 3 (5,000 growth value) as well.";
        assertThat(draft.saved("5000", true)).contains("hx-swap-oob=\"true\"", warning);
        Pages.backAtTheKeyboard();
        assertThat(pages.text("/tiers"))
                .contains(warning, "data-confirm=\"Publish the draft as version 2?\"")
                .contains("data-confirm-also=\"publishing\"")
                .doesNotContain("hx-swap-oob");
        assertThat(draft.saved("4999", true)).doesNotContain("Nobody can earn");
    }

    @Test
    void addsAndRemovesTiersAndDiscardsTheDraft() {
        evaluated();
        program.startDraft();
        assertThat(draft.sent("1000", "add", "", false)).hasRedirectedUrl("/tiers#editor");
        Pages.backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().terms().tiers()).hasSize(4);
        program.removeTier(2);
        assertThat(program.draft().orElseThrow().terms().tiers())
                .extracting(Tier::number)
                .containsExactly(1, 3, 4);
        assertThat(draft.sent("1000", "discard", "", false)).hasRedirectedUrl("/tiers");
        Pages.backAtTheKeyboard();
        assertThat(program.draft()).isEmpty();
    }

    private void evaluated() {
        nights.begin(Programmes.usual(), LocalDate.parse("2024-01-12"));
    }
}
