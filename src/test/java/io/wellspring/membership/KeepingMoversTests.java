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
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager keeps whom a draft would move: bob, once its second tier takes less than he has. */
@WellspringTest
@AsStaff(Role.MANAGER)
class KeepingMoversTests {

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

    private UserId bob;

    @BeforeEach
    void people() {
        Facts facts = new Facts(jdbc);
        facts.order(facts.user("ann", "2024-01-01"), "2024-01-10", 100_000);
        bob = facts.user("bob", "2024-01-01");
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void moversAreKeptAsASegment() {
        began();
        program.startDraft();
        backAtTheKeyboard();
        assertThat(get("/segments/movers/new", "en")).hasStatusOk().bodyText().contains("Would move up with version 2");
        assertThat(post("/segments/movers", "name", "Movers"))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody would move up");
        reachedBy(900);
        assertThat(get("/tiers/movers", "en")).bodyText().contains("/segments/movers/new");
        String edition = edition();
        assertThat(get("/segments/movers/new", "en")).bodyText().contains("1 user would be kept");
        assertThat(post("/segments/movers", "name", "", "seen", PeopleSeen.of(edition, bob), "users", "1"))
                .hasStatus(422);
        assertThat(post("/segments/movers", "name", "Movers", "seen", PeopleSeen.of(edition, bob), "users", "1"))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select user_id from segments.member")
                        .query(Long.class)
                        .list())
                .containsExactly(bob.value());
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'segment.created'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(post("/segments/movers", "name", "Movers", "seen", PeopleSeen.of(edition, bob), "users", "1"))
                .hasStatus(422);
    }

    @Test
    void moversAreKeptOnlyAsTheDraftWasSeen() {
        began();
        program.startDraft();
        reachedBy(900);
        String seen = edition();
        reachedBy(800);
        assertThat(post("/segments/movers", "name", "My movers", "seen", PeopleSeen.of(seen, bob), "users", "1"))
                .as("somebody else has changed the draft")
                .hasStatus(409)
                .bodyText()
                .contains(
                        "has changed since you opened it",
                        "My movers",
                        "value=\"" + PeopleSeen.of(edition(), bob) + "\"");
        assertThat(post("/segments/movers", "name", "My movers", "seen", PeopleSeen.of(edition(), bob), "users", "2"))
                .as("it would be others by now")
                .hasStatus(409)
                .bodyText()
                .contains("It would be 1 user by now", "name=\"users\" value=\"1\"");
        assertThat(post("/segments/movers", "name", "My movers", "seen", PeopleSeen.of(edition(), bob), "users", "1"))
                .hasStatus3xxRedirection();
    }

    private String edition() {
        backAtTheKeyboard();
        return Long.toString(program.draft().orElseThrow().edition().edition());
    }

    private void began() {
        program.startDraft();
        program.saveDraft(Programmes.usual());
        program.publish(LocalDate.parse("2023-01-01"));
        metrics.refreshAll(LocalDate.parse("2024-01-12"), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse("2024-01-12"));
    }

    private void reachedBy(long growth) {
        backAtTheKeyboard();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(growth), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1),
                Programmes.tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
    }

    /** A request takes its security context along when it is over. */
    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
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
