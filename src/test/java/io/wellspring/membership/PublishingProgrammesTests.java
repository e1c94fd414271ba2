package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
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

/** A manager publishes a draft from a day on, and earlier versions again. */
@WellspringTest
@AsStaff(Role.MANAGER)
class PublishingProgrammesTests {

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
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Pages pages;
    private DraftForm draft;
    private Nights nights;

    @BeforeEach
    void people() {
        pages = new Pages(mvc);
        draft = new DraftForm(mvc, program);
        nights = new Nights(metrics, histories, program, tiering);
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void publishesFromADayOnAndGoesBack() {
        evaluated();
        program.startDraft();
        MvcTestResult early = draft.sent("900", "publish", "2024-01-11", false);
        assertThat(early).hasStatus(422).bodyText().contains("2024-01-12");
        assertThat(draft.sent("900", "publish", "2024-02-01", false)).hasRedirectedUrl("/tiers");
        Pages.backAtTheKeyboard();
        assertThat(program.versions().getFirst().effectiveOn()).hasValue(LocalDate.parse("2024-02-01"));
        assertThat(again(1)).hasRedirectedUrl("/tiers");
        Pages.backAtTheKeyboard();
        Programme again = program.versions().getFirst();
        assertThat(again.copyOf()).hasValue(1);
        assertThat(again.ofRank(2).entry().growth()).hasValue(1_000L);
    }

    @Test
    void showsTwoPublishedVersionsWithoutADraftAndPublishesTheEarlierAgain() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-02-01"));
        assertThat(pages.text("/tiers"))
                .contains("Publish version 2 again, to decide from 2024-01-13 on?")
                .contains("/tiers/versions/2/again");
        assertThat(mvc.get().uri("/tiers").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("重新发布版本 2，自 2024-01-13 起生效？");
        assertThat(again(1)).hasRedirectedUrl("/tiers");
        Pages.backAtTheKeyboard();
        assertThat(program.versions()).hasSize(3);
        assertThat(pages.text("/tiers")).contains("made from version 1", "/tiers/versions/3/again");
    }

    @Test
    void saysWhichVersionsToComeWillNeverDecide() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-06-01"));
        program.startDraft();
        assertThat(pages.text("/tiers"))
                .contains("Version 2 is published to decide from 2024-06-01 on. If this one decides from that day")
                .doesNotContain("never decides:");
        Pages.backAtTheKeyboard();
        program.discard();
        program.startDraft();
        program.publish(LocalDate.parse("2024-07-01"));
        assertThat(pages.text("/tiers"))
                .contains("Publish version 2 again, to decide from 2024-01-13 on?"
                        + " Version 3, published to decide from 2024-07-01 on, will then never decide."
                        + " Version 2, published to decide from 2024-06-01 on, will then never decide.")
                .doesNotContain("never decides:");
        MvcTestResult again = again(2);
        assertThat(again).hasRedirectedUrl("/tiers");
        assertThat(String.valueOf(again.getMvcResult().getFlashMap().get("done")))
                .contains("Version 3, published to decide from 2024-07-01 on, will then never decide.")
                .contains("Version 2, published to decide from 2024-06-01 on, will then never decide.");
        assertThat(pages.text("/tiers").split("never decides: version 4 comes before its day", -1))
                .hasSize(3);
    }

    @Test
    void aVersionIsPublishedAgainOnceHoweverOftenAPageIsSent() {
        evaluated();
        program.startDraft();
        program.publish(LocalDate.parse("2024-06-01"));
        assertThat(pages.text("/tiers")).contains("name=\"seen\" value=\"2\"");
        assertThat(pages.post("/tiers/versions/1/again", "seen", "2")).hasRedirectedUrl("/tiers");
        MvcTestResult second = pages.post("/tiers/versions/1/again", "seen", "2");
        assertThat(second).hasRedirectedUrl("/tiers");
        assertThat(String.valueOf(second.getMvcResult().getFlashMap().get("refused")))
                .contains("Version 3 was published since you opened the page");
        Pages.backAtTheKeyboard();
        assertThat(program.versions()).hasSize(3);
    }

    @Test
    void aVersionBeginsOnTheDayEvaluatedLastAtTheEarliestAndInFiveYearsAtTheLatest() {
        evaluated();
        draft.openAt(program.startDraft().edition().edition());
        LocalDate latest = clock.today().plusYears(5);
        for (String day : new String[] {"2024-01-11", latest.plusDays(1).toString(), "9999-12-31"}) {
            assertThat(draft.sent("900", "publish", day, false))
                    .as(day)
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            day.startsWith("2024")
                                    ? "Days before 2024-01-12 are decided already"
                                    : "begins on " + latest);
            Pages.backAtTheKeyboard();
            assertThat(program.draft()).isPresent();
            draft.openAt(program.draft().orElseThrow().edition().edition());
        }
        assertThat(draft.sent("900", "publish", "2024-01-12", false)).hasRedirectedUrl("/tiers");
        Pages.backAtTheKeyboard();
        program.startDraft();
        assertThat(program.publish(latest).effectiveOn()).isEqualTo(latest);
    }

    @Test
    void aDayThatIsNotInTheCalendarPublishesNothing() {
        evaluated();
        program.startDraft();
        for (String day : new String[] {"", "2024-02-31", "soon"}) {
            assertThat(draft.sent("900", "publish", day, false))
                    .as(day)
                    .hasStatus(422)
                    .bodyText()
                    .contains("Give a day that is in the calendar.")
                    .containsPattern("id=\"effectiveOn\"[^>]*required[^>]*aria-invalid=\"true\"")
                    .contains("value=\"900\"")
                    .doesNotContain("The draft is not kept");
            Pages.backAtTheKeyboard();
            assertThat(program.draft()).isPresent();
        }
    }

    private MvcTestResult again(int version) {
        Pages.backAtTheKeyboard();
        int newest = program.versions().getFirst().version();
        return pages.post("/tiers/versions/" + version + "/again", "seen", "" + newest);
    }

    private void evaluated() {
        nights.begin(Programmes.usual(), LocalDate.parse("2024-01-12"));
    }
}
