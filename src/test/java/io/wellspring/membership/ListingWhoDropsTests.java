package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.PeopleSeen;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The second tier is kept by 600 growth value of the year before the due date. Ann has nothing of them and bob 400, decided on 9 February; eve
 * reached it a month later and has nothing either.
 */
@WellspringTest
@AsStaff(Role.MANAGER)
class ListingWhoDropsTests {

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private GivenByHand given;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Facts facts;
    private UserId ann;
    private UserId bob;
    private UserId eve;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
        bob = facts.user("bob", "2023-06-01");
        eve = facts.user("eve", "2023-06-01");
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(1_000), TierRule.growth(600), 12, 30, AtDue.ONE_STEP, 1),
                Programmes.tier(3, TierRule.growth(9_000), TierRule.NONE, 12, 30, AtDue.ONE_STEP, 1)));
        program.publish(LocalDate.parse("2023-01-01"));
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        facts.order(eve, "2024-02-10", 100_000);
        evaluate("2024-02-10");
        facts.order(bob, "2024-06-01", 40_000);
        evaluate("2025-01-12");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ann bob eve",
        "?month=2025-02, ann bob",
        "?month=2025-03, eve",
        "?month=2025-04, ''",
        "?month=soon, ann bob eve",
        "?month=%2B999999999-12, ann bob eve",
        "?near=true, bob",
        "?tier=1, ''",
        "?tier=2&month=2025-02, ann bob",
        "?tier=99, ''",
        "?page=9, ann bob eve",
        "?tier=all, ann bob eve",
    })
    void listsWhoWillDrop(String asked, String names) throws Exception {
        String page = text("/tiers/dropping" + asked, "en");
        assertThat(Map.of("ann", ann, "bob", bob, "eve", eve).entrySet().stream()
                        .filter(user -> page.contains("href=\"/users/" + user.getValue() + "/tier\""))
                        .map(Map.Entry::getKey)
                        .sorted())
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" "));
    }

    @Test
    void saysWhatEachOfThemLacks() throws Exception {
        assertThat(text("/tiers/dropping", "en"))
                .contains("¥200.00 more", "¥600.00 more", "2025-02-09", "1–3 of 3")
                .containsSubsequence("/users/" + bob + "/tier", "/users/" + ann + "/tier", "/users/" + eve + "/tier");
        assertThat(text("/tiers/dropping?near=true&month=2025-02", "zh-CN")).contains("再消费 ¥200.00", "即将降级");
        assertThat(text("/tiers", "en"))
                .contains("3 will drop", "/tiers/dropping?month=2025-02&amp;tier=2\"")
                .contains("/tiers/dropping?month=2025-02&amp;tier=2&amp;near=true");
    }

    @Test
    void keepsThemAsASegment() throws Exception {
        assertThat(text("/tiers/dropping?month=2025-02", "en")).contains("/segments/dropping/new?month=2025-02\"");
        assertThat(text("/segments/dropping/new?month=2025-02", "en"))
                .contains(
                        "2 users would be kept",
                        "Will drop, as of 2025-01-12 · 2025-02",
                        "name=\"seen\" value=\"2025-01-12-")
                .contains("name=\"month\" value=\"2025-02\"", "href=\"/tiers/dropping?month=2025-02\"");
        assertThat(keep(
                        "name",
                        "Slipping",
                        "month",
                        "2025-02",
                        "users",
                        "2",
                        "seen",
                        PeopleSeen.of("2025-01-12", ann, bob)))
                .hasStatus3xxRedirection();
        assertThat(keep(
                        "name",
                        "Others",
                        "month",
                        "2025-02",
                        "users",
                        "2",
                        "seen",
                        PeopleSeen.of("2025-01-12", ann, eve)))
                .as("as many, but others")
                .hasStatus(409);
        assertThat(jdbc.sql("select user_id from segments.member order by user_id")
                        .query(Long.class)
                        .list())
                .containsExactly(ann.value(), bob.value());
        assertThat(keep("name", "None", "month", "2025-04", "users", "0", "seen", PeopleSeen.of("2025-01-12")))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody will drop.");
    }

    @Test
    void saysTheSameOnThePageOfAUser() throws Exception {
        assertThat(text("/users/" + bob + "/tier", "en"))
                .contains("Decided on 2025-02-09; by what was done so far (400 growth value count) it will drop")
                .contains("Kept with: ¥200.00 more");
        backAtTheKeyboard();
        facts.order(bob, "2025-01-12", 20_000);
        evaluate("2025-01-12");
        assertThat(text("/users/" + bob + "/tier", "en")).contains("it is kept by what was done so far (600");
    }

    /** The night compares what is forecast with what everybody did, before it looks at anything anew. */
    @Test
    void whatStaffGiveChangesItAtOnce() throws Exception {
        given.growth(bob, 1, 200, "sorry");
        assertThat(tiering.drift(9)).isZero();
        given.tier(ann, 3, LocalDate.parse("2026-01-01"), "famous");
        assertThat(tiering.drift(9)).isZero();
        String page = text("/tiers/dropping", "en");
        assertThat(page)
                .contains("/users/" + eve + "/tier")
                .doesNotContain("/users/" + ann + "/tier", "/users/" + bob + "/tier");
    }

    /** As it is after an evaluation of a release that made none. */
    @Test
    void saysWhereThereIsNoForecastYet() throws Exception {
        jdbc.sql("delete from membership.forecast").update();
        assertThat(tiering.drift(9)).isEqualTo(3);
        jdbc.sql("update membership.current set forecast = false").update();
        assertThat(tiering.drift(9)).isZero();
        assertThat(text("/tiers/dropping", "en")).contains("The next evaluation makes the forecast");
        assertThat(text("/tiers", "en")).contains("The next evaluation makes the forecast");
    }

    @Test
    void keepsNobodyElseThanWasSeen() {
        facts.order(bob, "2025-01-12", 20_000);
        evaluate("2025-01-13");
        assertThat(keep(
                        "name",
                        "Slipping",
                        "month",
                        "2025-02",
                        "users",
                        "2",
                        "seen",
                        PeopleSeen.of("2025-01-12", ann, bob)))
                .hasStatus(409)
                .bodyText()
                .contains("has changed since you opened it", "It would be 1 user by now", "Slipping");
        assertThat(keep("name", "Slipping", "month", "2025-02", "users", "1", "seen", PeopleSeen.of("2025-01-13", ann)))
                .hasStatus3xxRedirection();
    }

    private void evaluate(String day) {
        metrics.refreshAll(LocalDate.parse(day), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse(day));
    }

    private MvcTestResult keep(String... typed) {
        var request = mvc.post().uri("/segments/dropping").with(csrf());
        for (int i = 0; i < typed.length; i += 2) {
            request = request.param(typed[i], typed[i + 1]);
        }
        return request.exchange();
    }

    private String text(String uri, String language) throws UnsupportedEncodingException {
        MvcTestResult result =
                mvc.get().uri(uri).header("Accept-Language", language).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString();
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }
}
