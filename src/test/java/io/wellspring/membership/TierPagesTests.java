package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.Facts;
import io.wellspring.PeopleSeen;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WellspringTest
@AsStaff(Role.MANAGER)
class TierPagesTests {

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
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    UserId ann;
    UserId bob;

    /** The form that is open, and the edition it was opened with; none is the one that is there. */
    String formId = "one";

    long edition;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void withoutAProgrammeThePageOffersToStartOne() {
        assertThat(text("/tiers")).contains("No programme yet", "Start with five usual tiers");
        assertThat(post("/tiers/drafts")).hasRedirectedUrl("/tiers");
        assertThat(text("/tiers")).contains("Publish as version 1", "Nobody holds a tier yet");
    }

    @Test
    void showsWhoStandsWhereAndWhatADraftWouldChange() {
        evaluated();
        program.startDraft();
        String page = text("/tiers");
        assertThat(page).contains("Tier 2 · 1", "Basic · 1", "2024-01-12 by version 1");
        String changed = saved("900", true);
        assertThat(changed).contains("+1", "−1", "2 users");
        assertThat(text("/tiers/movers")).contains("/users/" + bob, "900");
    }

    @Test
    void saysWhatCannotBeReadAndKeepsTheDraftAsItWas() {
        evaluated();
        program.startDraft();
        assertThat(saved("many", true)).contains("A number cannot be read").doesNotContain("<form");
        backAtTheKeyboard();
        assertThat(saved("many", false)).contains("A number cannot be read", "is-invalid");
        backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(1_000L);
        assertThat(saved("", true)).contains("needs at least one threshold");
    }

    @Test
    void publishesFromADayOnAndGoesBack() {
        evaluated();
        program.startDraft();
        MvcTestResult early = form("900", "publish", "2024-01-11", false);
        assertThat(early).hasStatus(422).bodyText().contains("2024-01-12");
        assertThat(form("900", "publish", "2024-02-01", false)).hasRedirectedUrl("/tiers");
        backAtTheKeyboard();
        assertThat(program.versions().getFirst().effectiveOn()).hasValue(LocalDate.parse("2024-02-01"));
        assertThat(again(1)).hasRedirectedUrl("/tiers");
        backAtTheKeyboard();
        Programme again = program.versions().getFirst();
        assertThat(again.copyOf()).hasValue(1);
        assertThat(again.ofRank(2).entry().growth()).hasValue(1_000L);
    }

    @Test
    void showsTwoPublishedVersionsWithoutADraftAndPublishesTheEarlierAgain() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-02-01"));
        assertThat(text("/tiers"))
                .contains("Publish version 2 again, to decide from 2024-01-13 on?")
                .contains("/tiers/versions/2/again");
        assertThat(mvc.get().uri("/tiers").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("重新发布版本 2，自 2024-01-13 起生效？");
        assertThat(again(1)).hasRedirectedUrl("/tiers");
        backAtTheKeyboard();
        assertThat(program.versions()).hasSize(3);
        assertThat(text("/tiers")).contains("made from version 1", "/tiers/versions/3/again");
    }

    @Test
    void saysWhichVersionsToComeWillNeverDecide() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-06-01"));
        program.startDraft();
        assertThat(text("/tiers"))
                .contains("Version 2 is published to decide from 2024-06-01 on. If this one decides from that day")
                .doesNotContain("never decides:");
        backAtTheKeyboard();
        program.discard();
        program.startDraft();
        program.publish(LocalDate.parse("2024-07-01"));
        assertThat(text("/tiers"))
                .contains("Publish version 2 again, to decide from 2024-01-13 on?"
                        + " Version 3, published to decide from 2024-07-01 on, will then never decide."
                        + " Version 2, published to decide from 2024-06-01 on, will then never decide.")
                .doesNotContain("never decides:");
        MvcTestResult again = again(2);
        assertThat(again).hasRedirectedUrl("/tiers");
        assertThat(String.valueOf(again.getMvcResult().getFlashMap().get("done")))
                .contains("Version 3, published to decide from 2024-07-01 on, will then never decide.")
                .contains("Version 2, published to decide from 2024-06-01 on, will then never decide.");
        assertThat(text("/tiers").split("never decides: version 4 comes before its day", -1))
                .hasSize(3);
    }

    private MvcTestResult again(int version) {
        backAtTheKeyboard();
        int newest = program.versions().getFirst().version();
        return post("/tiers/versions/" + version + "/again", "seen", "" + newest);
    }

    @Test
    void aVersionIsPublishedAgainOnceHoweverOftenAPageIsSent() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-06-01"));
        assertThat(text("/tiers")).contains("name=\"seen\" value=\"2\"");
        assertThat(post("/tiers/versions/1/again", "seen", "2")).hasRedirectedUrl("/tiers");
        MvcTestResult second = post("/tiers/versions/1/again", "seen", "2");
        assertThat(second).hasRedirectedUrl("/tiers");
        assertThat(String.valueOf(second.getMvcResult().getFlashMap().get("refused")))
                .contains("Version 3 was published since you opened the page");
        backAtTheKeyboard();
        assertThat(program.versions()).hasSize(3);
    }

    @Test
    void aVersionBeginsOnTheDayEvaluatedLastAtTheEarliestAndInFiveYearsAtTheLatest() {
        evaluated();
        edition = program.startDraft().edition().edition();
        LocalDate latest = clock.today().plusYears(5);
        for (String day : new String[] {"2024-01-11", latest.plusDays(1).toString(), "9999-12-31"}) {
            assertThat(form("900", "publish", day, false))
                    .as(day)
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            day.startsWith("2024")
                                    ? "Days before 2024-01-12 are decided already"
                                    : "begins on " + latest);
            backAtTheKeyboard();
            assertThat(program.draft()).isPresent();
            edition = program.draft().orElseThrow().edition().edition();
        }
        assertThat(form("900", "publish", "2024-01-12", false)).hasRedirectedUrl("/tiers");
        backAtTheKeyboard();
        program.startDraft();
        assertThat(program.publish(latest).effectiveOn()).isEqualTo(latest);
    }

    @Test
    void aDayThatIsNotInTheCalendarPublishesNothing() {
        evaluated();
        program.startDraft();
        for (String day : new String[] {"", "2024-02-31", "soon"}) {
            assertThat(form("900", "publish", day, false))
                    .as(day)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Give a day that is in the calendar.")
                    .containsPattern("id=\"effectiveOn\"[^>]*required[^>]*aria-invalid=\"true\"")
                    .contains("value=\"900\"")
                    .doesNotContain("The draft is not kept");
            backAtTheKeyboard();
            assertThat(program.draft()).isPresent();
        }
    }

    @Test
    void refusesTwoTiersOfOneNameAtTheirFields() {
        evaluated();
        program.startDraft();
        assertThat(form("900", "", "", false, "t3-nameEn", "tier 2"))
                .hasStatus(422)
                .bodyText()
                .contains("Two tiers have the same name")
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t2-nameEn\"")
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t3-nameEn\"");
        backAtTheKeyboard();
        assertThat(form("900", "publish", "2024-02-01", false, "t3-nameZh", "等级2"))
                .hasStatus(422)
                .bodyText()
                .containsPattern("class=\"form-control is-invalid\"[^>]*name=\"t3-nameZh\"");
        backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(1_000L);
    }

    @Test
    void whoTypesOverADraftSomebodyElseHasChangedIsToldAndKeepsWhatIsTyped() {
        evaluated();
        edition = program.startDraft().edition().edition();
        assertThat(text("/tiers"))
                .contains("name=\"edition\" value=\"" + edition + "\"")
                .containsPattern("name=\"form\" value=\"[0-9a-f-]{36}\"");
        assertThat(saved("900", true)).contains("2 users");
        backAtTheKeyboard();
        assertThat(saved("800", true)).as("the same form goes on").doesNotContain("Somebody else");
        backAtTheKeyboard();
        formId = "two";
        assertThat(saved("700", true)).contains("Somebody else has changed the draft", "800 growth value");
        backAtTheKeyboard();
        assertThat(form("700", "publish", "2024-02-01", false))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else has changed the draft", "value=\"700\"")
                .containsPattern(ChangedMeanwhile.row("Tier 2: Reached by", "800 growth value", "700 growth value"))
                .as("what is typed beside it waits for Save")
                .doesNotContain("hx-post=\"/tiers/draft\"")
                .doesNotContain(ChangedMeanwhile.heading("Tier 3: Reached by"))
                .contains("name=\"edition\" value=\"" + draftEdition() + "\"");
        backAtTheKeyboard();
        assertThat(form("700", "discard", "", false)).hasStatus(409);
        backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().ofRank(2).entry().growth()).hasValue(800L);
        edition = draftEdition();
        assertThat(form("700", "", "", false)).hasRedirectedUrl("/tiers#editor");
        backAtTheKeyboard();
        formId = "one";
        assertThat(mvc.get().uri("/tiers").header("Accept-Language", "zh-CN")).hasStatusOk();
        assertThat(form("600", "", "", false)).hasStatus(409).bodyText().contains("700 growth value");
        backAtTheKeyboard();
        assertThat(form("many", "", "", false)).hasStatus(422);
    }

    @Test
    void aDraftThatWasDiscardedAndBegunAnewIsAnotherOne() {
        evaluated();
        edition = program.startDraft().edition().edition();
        program.discard();
        program.startDraft();
        assertThat(form("700", "", "", false)).hasStatus(409);
        backAtTheKeyboard();
        program.discard();
        assertThat(form("700", "", "", false)).hasStatus(409).bodyText().contains("no draft any more");
    }

    @Test
    void listsWhoWouldFallAndKeepsThemAsASegment() {
        evaluated();
        program.startDraft();
        assertThat(text("/tiers/fallers")).contains("Nobody would fall").doesNotContain("/segments/fallers/new");
        assertThat(post("/segments/fallers", "name", "Fallers")).hasStatus(422);
        assertThat(saved("2000", true))
                .contains("/tiers/fallers", "at their due dates, if they go on as in this window: 1");
        assertThat(text("/tiers/fallers")).contains("/users/" + ann, "1,000", "/segments/fallers/new");
        assertThat(mvc.get().uri("/tiers/fallers").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("哪些人会降级");
        assertThat(text("/segments/fallers/new")).contains("Would fall with version 2", "/tiers/fallers");
        assertThat(text("/segments/fallers/new"))
                .contains(
                        "1 user would be kept",
                        "name=\"seen\" value=\"" + PeopleSeen.of(draftEdition(), ann) + "\"",
                        "name=\"users\" value=\"1\"");
        assertThat(post("/segments/fallers", "name", "Fallers"))
                .as("a form that does not say what it was opened with")
                .hasStatus(409);
        assertThat(post(
                        "/segments/fallers",
                        "name",
                        "Fallers",
                        "seen",
                        PeopleSeen.of(draftEdition(), ann),
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
        assertThat(text("/tiers/fallers")).contains("/users/" + ann).doesNotContain("/users/" + bob);
    }

    @Test
    void everyTierGivenByHandStaysOnThePageOfTheUser() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", "regular guest");
        post(gift, "tier", "3", "lastDay", "2024-04-30", "reason", "wrote to us");
        assertThat(text("/users/" + bob + "/tier"))
                .contains("regular guest", "2024-03-31", "Replaced on 2024-01-12 by another tier given by hand")
                .contains("wrote to us", "2024-04-30", "Not ended");
        assertThat(post("/users/" + bob + "/tier/gift/end", "reason", "mistaken"))
                .hasStatus3xxRedirection();
        assertThat(text("/users/" + bob + "/tier")).contains("Taken back on 2024-01-12: mistaken");
        assertThat(mvc.get().uri("/users/" + bob + "/tier").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("手动授予记录", "取代");
        assertThat(text("/users/" + ann + "/tier")).doesNotContain("id=\"gifts\"");
    }

    @Test
    void aTierIsNotGivenForCenturies() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        assertThat(post(gift, "tier", "2", "lastDay", "2200-01-02", "reason", "for ever"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day up to 2200-01-01.");
        assertThat(post(gift, "tier", "2", "lastDay", "2200-01-01", "reason", "for ever"))
                .hasStatus3xxRedirection();
    }

    @Test
    void growthValueSaysOfWhichOrderItIs() {
        evaluated();
        String number = jdbc.sql("select order_no from activity.order_fact where user_id = :user")
                .param("user", ann.value())
                .query(String.class)
                .single();
        assertThat(text("/users/" + ann + "/tier")).contains(">" + number + "<");
    }

    @Test
    void thousandsAreToldFromDecimals() {
        evaluated();
        program.startDraft();
        assertThat(saved("1,5", true)).contains("A number cannot be read");
        backAtTheKeyboard();
        assertThat(saved("1,500", true)).doesNotContain("A number cannot be read");
        assertThat(post("/users/" + ann + "/tier/growth", "key", "7", "amount", "1,5", "reason", "why"))
                .hasStatus(422);
    }

    @Test
    void saysWhichTiersNobodyCanEarn() {
        evaluated();
        program.startDraft();
        String warning = "Nobody can earn Tier 2 (5,000 growth value):"
                + " whoever does earns Tier 3 (5,000 growth value) as well.";
        assertThat(saved("5000", true)).contains("hx-swap-oob=\"true\"", warning);
        backAtTheKeyboard();
        assertThat(text("/tiers"))
                .contains(warning, "data-confirm=\"Publish the draft as version 2?\"")
                .contains("data-confirm-also=\"publishing\"")
                .doesNotContain("hx-swap-oob");
        assertThat(saved("4999", true)).doesNotContain("Nobody can earn");
    }

    @Test
    void addsAndRemovesTiersAndDiscardsTheDraft() {
        evaluated();
        program.startDraft();
        assertThat(form("1000", "add", "", false)).hasRedirectedUrl("/tiers#editor");
        backAtTheKeyboard();
        assertThat(program.draft().orElseThrow().terms().tiers()).hasSize(4);
        program.removeTier(2);
        assertThat(program.draft().orElseThrow().terms().tiers())
                .extracting(Tier::number)
                .containsExactly(1, 3, 4);
        assertThat(form("1000", "discard", "", false)).hasRedirectedUrl("/tiers");
        backAtTheKeyboard();
        assertThat(program.draft()).isEmpty();
    }

    @Test
    void theUsersPageShowsTermsAndGrowthValue() {
        evaluated();
        assertThat(text("/users/" + ann + "/tier"))
                .contains("Tier 2", "First tier", "+1,000", "Assured until 2025-01-12");
        assertThat(mvc.get().uri("/users/" + ann + "/tier").header("HX-Request", "true"))
                .bodyText()
                .contains("Tier 2", "Give a tier")
                .doesNotContain("<html");
        assertThat(text("/users/" + ann)).contains("/users/" + ann + "/tier");
        assertThat(text("/users/" + ann + "/timeline?kind=tier")).contains("Tier Tier 2");
    }

    @Test
    void aManagerGivesATierWithAReasonAndAnEnd() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        assertThat(text(gift)).contains("Tier 2", "Tier 3").doesNotContain(">Basic</option>");
        assertThat(post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(post(gift, "tier", "2", "lastDay", "2024-01-12", "reason", "regular guest"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day after 2024-01-12");
        assertThat(post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", "regular guest"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(text("/users/" + bob + "/tier")).contains("Given by hand", "regular guest", "2024-04-01");
    }

    @Test
    void aManagerAdjustsGrowthValueOnceForEachForm() {
        evaluated();
        String growth = "/users/" + bob + "/tier/growth";
        assertThat(post(growth, "key", "77", "amount", "0", "reason", "a mistake"))
                .hasStatus(422);
        assertThat(post(growth, "key", "77", "amount", "100", "reason", "a mistake"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(post(growth, "key", "77", "amount", "100", "reason", "a mistake"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(text("/users/" + bob + "/tier")).contains("Growth value 1,000", "a mistake");
        backAtTheKeyboard();
        assertThat(tiering.drift(10)).isZero();
        tiering.evaluate(LocalDate.parse("2024-01-13"));
        assertThat(text("/users/" + bob + "/tier")).contains("Moved up");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsReadOnly() {
        assertThat(mvc.get().uri("/tiers")).hasStatusOk();
        assertThat(mvc.get().uri("/users/" + ann + "/tier")).hasStatusOk();
        assertThat(post("/tiers/drafts")).hasStatus(403);
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
        program.startDraft();
        program.saveDraft(Programmes.usual());
        program.publish(LocalDate.parse("2023-01-01"));
        metrics.refreshAll(LocalDate.parse("2024-01-12"), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse("2024-01-12"));
    }

    private long draftEdition() {
        backAtTheKeyboard();
        return program.draft().orElseThrow().edition().edition();
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private String saved(String growth, boolean part) {
        return TestText.of(form(growth, "", "", part));
    }

    private MvcTestResult form(String growth, String act, String effectiveOn, boolean part, String... other) {
        backAtTheKeyboard();
        DraftSeen seen = program.draft().map(Programme::edition).orElse(new DraftSeen(0, ""));
        var request = mvc.post()
                .uri("/tiers/draft")
                .with(csrf())
                .param("edition", "" + (edition == 0 ? seen.edition() : edition))
                .param("form", formId)
                .param("tiers", "1,2,3")
                .param("act", act)
                .param("effectiveOn", effectiveOn)
                .param("reachDays", "365")
                .param("keepDays", "365")
                .param("orderFactor", "1");
        if (part) {
            request = request.header("HX-Request", "true");
        }
        Map<String, String> names = new HashMap<>();
        for (int tier = 1; tier <= 3; tier++) {
            names.put("t" + tier + "-nameEn", tier == 1 ? "Basic" : "Tier " + tier);
            names.put("t" + tier + "-nameZh", "等级" + tier);
        }
        for (int i = 0; i < other.length; i += 2) {
            names.put(other[i], other[i + 1]);
        }
        for (Map.Entry<String, String> name : names.entrySet()) {
            request = request.param(name.getKey(), name.getValue());
        }
        for (int tier = 1; tier <= 3; tier++) {
            request = request.param("t" + tier + "-colour", "#2b98a3")
                    .param("t" + tier + "-multiplier", "1.5")
                    .param("t" + tier + "-months", "12")
                    .param("t" + tier + "-grace", "30");
        }
        return request.param("t2-entry-growth", growth)
                .param("t3-entry-growth", "5,000")
                .exchange();
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
        return TestText.of(result);
    }

    private static final class TestText {

        static String of(MvcTestResult result) {
            try {
                return result.getResponse().getContentAsString();
            } catch (UnsupportedEncodingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
