package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.PointsLedger;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import io.wellspring.segments.SegmentBook;
import io.wellspring.segments.SegmentRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.BackgroundStaff;
import io.wellspring.staff.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Ann and cleo are in the segment of buyers, bob is not; who runs the shop thanks them with points. */
@WellspringTest
@AsStaff
class GrantPagesTests {

    private static final RuleNode BUYERS =
            RuleNode.group(Kind.ALL, List.of(RuleNode.condition(Kind.FIELD, "orders", "AT_LEAST", List.of("1"), "")));

    @Autowired
    private SegmentBook book;

    @Autowired
    private SegmentRefresh refresh;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private ProfileRefresh profiles;

    @Autowired
    private BackgroundStaff background;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId ann;
    private UserId bob;
    private long buyers;
    private SecurityContext loggedIn;

    @BeforeEach
    void people() {
        loggedIn = SecurityContextHolder.getContext();
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2026-01-01");
        bob = facts.user("bob", "2026-01-01");
        UserId cleo = facts.user("cleo", "2026-01-01");
        facts.order(ann, "2026-06-01", 1000);
        facts.order(cleo, "2026-06-02", 1000);
        buyers = book.create("Buyers", "", BUYERS);
        background.run(() -> {
            metrics.refreshAll(LocalDate.parse("2026-06-30"), 365);
            histories.refreshAll();
            profiles.refreshAll();
            refresh.refreshAll();
        });
    }

    @Test
    void aSegmentIsRehearsedGivenAndShown() {
        assertThat(get("/segments/" + buyers, "en"))
                .bodyText()
                .contains("/users/granting?segment=" + buyers, "Give points to its members");
        assertThat(get("/users/granting?segment=" + buyers, "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "All 2 users of the list · ",
                        "Buyers",
                        "100,000 points for all users together",
                        "Show what it comes to")
                .doesNotContain("What it would do", "??");
        assertThat(get("/users/granting?segment=" + buyers + "&name=Thanks&amount=150&reason=A+gift", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Points in all", "<b>300</b>", "¥3.00", "For good", "Give 150 points each to 2 users")
                .doesNotContain("get nothing", "owe points", "waits for another to approve");
        assertThat(jdbc.sql("select count(*) from points.bulk_grant")
                        .query(Long.class)
                        .single())
                .isZero();

        String form = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            assertThat(give("form", form, "seen", "2", "segment", Long.toString(buyers)))
                    .hasStatus(302)
                    .hasRedirectedUrl("/points/grants/1");
        }
        assertThat(get("/points/grants/1", "en")).hasStatusOk().bodyText().contains("Queued", "Cancel the grant");
        jobs.runPending();

        assertThat(balance(ann)).isEqualTo(150);
        assertThat(balance(bob)).isZero();
        assertThat(get("/points/grants/1", "en"))
                .bodyText()
                .contains(
                        "Thanks",
                        "A gift",
                        "Buyers",
                        "to 2 users",
                        "300, worth ¥3.00",
                        "Take back",
                        "/users/" + ann + "/points")
                .doesNotContain("??", "Cancel the grant");
        assertThat(get("/points/grants", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Thanks", "Buyers", "Given", "/users?segment=" + buyers);
        assertThat(get("/users/" + ann + "/points", "en")).bodyText().contains("A gift", "150");
        assertThat(get("/points/ledger", "en")).bodyText().contains("grant to many", "A gift");
        assertThat(get("/points", "en")).bodyText().contains("href=\"/points/grants\"");
        assertThat(get("/users/" + ann + "/timeline", "en")).bodyText().contains("A gift");

        assertThat(post("/points/grants/1/reversal")).hasStatus(302);
        jobs.runPending();
        assertThat(get("/points/grants/1", "en")).bodyText().contains("Taken back", "from 2 users");
        assertThat(balance(ann)).isZero();
    }

    @Test
    void everyPageSpeaksChinese() {
        assertThat(get("/points/grants", "zh-CN")).hasStatusOk().bodyText().contains("还没有批量发放");
        give("form", "1", "seen", "2", "segment", Long.toString(buyers));
        jobs.runPending();
        assertThat(get("/users/granting?amount=5&name=a&reason=b", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("批量发放积分", "给 3 人各发 5 积分")
                .doesNotContain("??");
        assertThat(get("/points/grants", "en")).bodyText().contains("Segment: Buyers");
        assertThat(get("/points/grants", "zh-CN"))
                .as("asked for in English")
                .bodyText()
                .contains("已发放", "Buyers")
                .doesNotContain("??", "Segment: Buyers");
        assertThat(get("/points/grants/1", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("申请时 2 人", "收回")
                .doesNotContain("??");
        assertThat(get("/points/settings", "zh-CN")).bodyText().contains("可单独批量发放的额度");
        assertThat(get("/segments/" + buyers, "zh-CN")).bodyText().contains("给其中用户发积分");
        assertThat(get("/users", "zh-CN")).bodyText().contains("给勾选的用户发积分");
    }

    @Test
    void theTickedAndTheSearchedGetIt() {
        assertThat(get("/users/granting?ticked=yes&user=" + bob + "&user=999&amount=5&name=a&reason=b", "en"))
                .bodyText()
                .contains("2 ticked users", "Merged or gone", "Give 5 points to 1 user<");
        assertThat(get("/users/granting?ticked=yes&user=" + bob + "&amount=１&name=a&reason=b", "en"))
                .bodyText()
                .contains("Give 1 point to 1 user<");
        assertThat(give("seen", "1", "ticked", "yes", "user", bob.toString(), "user", "999"))
                .hasStatus(302);
        assertThat(give("seen", "1", "q", "X-bob")).hasStatus(302);
        assertThat(get("/points/grants", "en"))
                .bodyText()
                .contains("Ticked in the list", "Found by a search")
                .doesNotContain("X-bob");
        assertThat(get("/users/granting?ticked=yes", "en")).hasStatus(422);
        assertThat(get("/users/granting?stage=NONSENSE", "en")).hasStatus(422);
    }

    @Test
    void saysWhatToChange() {
        assertThat(get("/users/granting?amount=0&name=a&reason=b", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number of points");
        assertThat(get("/users/granting?amount=1,23&name=a&reason=b", "en"))
                .as("it may be one number or two")
                .hasStatus(422);
        assertThat(get("/users/granting?amount=1,234&name=a&reason=b", "en"))
                .bodyText()
                .contains("3,702");
        assertThat(get("/users/granting?amount=-5&name=a&reason=b", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("greater than 0");
        assertThat(get("/users/granting?amount=5&name=&reason=b", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the grant a name");
        assertThat(get("/users/granting?amount=5&name=a&reason=", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(get("/users/granting?amount=5&name=a&reason=b&lastDay=someday", "en"))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar");
        assertThat(give("seen", "3", "lastDay", "2001-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a later day");
        assertThat(give("seen", "3", "lastDay", "someday")).hasStatus(422);
        assertThat(give("seen", "2"))
                .hasStatus(409)
                .bodyText()
                .contains("3 users, where the rehearsal told of 2", "Give 150 points each to 3 users");
    }

    @Test
    void aSecondManagerDecidesOnTheAdjustmentsPage() {
        aloneUpTo(1000);
        assertThat(get("/users/granting?amount=150&name=a&reason=b", "en"))
                .bodyText()
                .contains("waits for another to approve", "Ask another manager, for 3 users");
        give("seen", "3");
        assertThat(get("/points/grants/1", "en"))
                .bodyText()
                .contains("waits for another manager", "Cancel the grant")
                .doesNotContain(">Approve</button>");
        assertThat(get("/points/adjustments", "en"))
                .bodyText()
                .contains("Grants that wait", "Another manager decides")
                .doesNotContain(">Approve</button>");
        assertThat(post("/points/grants/1/approval")).hasStatus(422);

        jdbc.sql("update points.bulk_grant set requested_by = 999, requested_by_name = 'Eve'")
                .update();
        assertThat(get("/points/adjustments", "en")).bodyText().contains(">Approve</button>");
        assertThat(get("/points/grants/1", "en")).bodyText().contains(">Approve</button>", ">Decline</button>");
        assertThat(post("/points/grants/1/approval")).hasStatus(302).hasRedirectedUrl("/points/grants/1");
        assertThat(post("/points/grants/1/refusal", "reason", "no budget")).hasStatus(409);
        jobs.runPending();

        assertThat(get("/points/grants/1", "en")).bodyText().contains("Approved by", "450");
        assertThat(get("/points/adjustments", "en")).bodyText().contains("Nothing waits.");
        assertThat(get("/points/grants/2", "en")).hasStatus(404);
    }

    @Test
    void whatWasDeclinedCanBeSpentFromNoDay() {
        aloneUpTo(0);
        give("seen", "3");
        assertThat(get("/points/grants/1", "en")).bodyText().contains("Can be spent from");
        jdbc.sql("update points.bulk_grant set requested_by = 999, requested_by_name = 'Eve'")
                .update();
        String longer = "x".repeat(301);
        assertThat(post("/points/grants/1/refusal", "reason", longer))
                .hasStatus(422)
                .bodyText()
                .contains("Say why", "<details class=\"ws-decline\" open", ">" + longer + "</textarea>");
        assertThat(post("/points/grants/1/refusal", "reason", "no budget")).hasStatus(302);
        assertThat(get("/points/grants/1", "en"))
                .bodyText()
                .contains("Declined by", "no budget")
                .doesNotContain("Can be spent from", "Good through");
        assertThat(get("/points/grants", "en")).bodyText().contains("Declined", "no budget");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsSeeNoneOfIt() {
        assertThat(get("/segments/" + buyers, "en")).bodyText().doesNotContain("/users/granting");
        assertThat(get("/users", "en")).bodyText().contains("Tag the ticked").doesNotContain("/users/granting");
        assertThat(get("/points", "en")).bodyText().doesNotContain("/points/grants");
        assertThat(get("/users/granting", "en")).hasStatus(403);
        assertThat(give("seen", "3")).hasStatus(403);
    }

    /** So much a manager may grant alone, and a hundred points to each. */
    private void aloneUpTo(int points) {
        assertThat(post(
                        "/points/settings",
                        "adjustmentLimit",
                        "100",
                        "perUnit",
                        "100",
                        "cashPercent",
                        "0",
                        "grantLimit",
                        Integer.toString(points),
                        "edition",
                        "0"))
                .hasStatus(302);
    }

    private MvcTestResult give(String... more) {
        String[] usual = {"name", "Thanks", "amount", "150", "reason", "A gift"};
        return post(
                "/users/granting", Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private long balance(UserId user) {
        SecurityContextHolder.setContext(loggedIn);
        return ledger.balance(user, clock.today()).total().value();
    }

    /** A request leaves nobody logged in. */
    private MvcTestResult get(String uri, String language) {
        SecurityContextHolder.setContext(loggedIn);
        return mvc.get().uri(uri).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String uri, String... parameters) {
        SecurityContextHolder.setContext(loggedIn);
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri(uri)
                .header("Accept-Language", "en")
                .characterEncoding(StandardCharsets.UTF_8)
                .with(csrf());
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(parameters[at], parameters[at + 1]);
        }
        MvcTestResult result = request.exchange();
        SecurityContextHolder.setContext(loggedIn);
        return result;
    }
}
