package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shop gives and takes bob's points by itself, and may ask again whenever it does not know. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class PointsApiTests {

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;
    private String shop;
    private String till;

    @BeforeEach
    void people() {
        long admin = staff.active("ann@example.org", Role.ADMIN);
        shop = tokens.working("shop", admin, Scope.POINTS);
        till = tokens.working("till", admin, Scope.POINTS);
        bob = new Facts(jdbc).user("bob", "2026-01-01");
    }

    @Test
    void givesTakesAndReverses() {
        assertThat(post(shop, "earnings", "N1", """
                {"externalId": "X-bob", "amount": 100, "day": "2026-03-10", "source": "order", "reason": "Order N1",
                 "expiry": {"policy": "END_OF_MONTH", "number": 1}}
                """))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.amount")
                .isEqualTo(100);
        assertThat(post(shop, "spendings", "R1", "{\"userId\": " + bob + ", \"amount\": 30, \"day\": \"2026-03-11\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.kind")
                .isEqualTo("SPEND");
        assertThat(post(shop, "spendings/reversals", "R1-back", "{\"original\": \"R1\", \"amount\": 10}"))
                .hasStatusOk();
        assertThat(post(shop, "earnings/reversals", "N1-back", "{\"original\": \"N1\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.debtChange")
                .isEqualTo(20);

        assertThat(get(shop, "balance?externalId=X-bob&day=2026-03-11"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo(-20);
        assertThat(get(shop, "statement?userId=" + bob))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.entries[*].total")
                .asArray()
                .containsExactly(-20, 80, 70, 100);
        assertThat(jdbc.sql("select distinct by_name from points.entry")
                        .query(String.class)
                        .list())
                .containsExactly("token shop");
    }

    @Test
    void askedAgainAnswersTheSame() {
        String earning = "{\"externalId\": \"X-bob\", \"amount\": 100}";
        MvcTestResult first = post(shop, "earnings", "N1", earning);
        MvcTestResult again = post(shop, "earnings", "N1", earning);

        assertThat(first).hasStatusOk().doesNotContainHeader("Idempotent-Replayed");
        assertThat(again).hasStatusOk().containsHeader("Idempotent-Replayed");
        assertThat(again).bodyText().isEqualTo(body(first));
        assertThat(post(shop, "earnings", "N1", "{\"externalId\": \"X-bob\", \"amount\": 101}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("key-taken");
        assertThat(post(till, "earnings", "N1", earning)).hasStatusOk().doesNotContainHeader("Idempotent-Replayed");
        assertThat(get(shop, "balance?userId=" + bob))
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo(200);
    }

    /** 100 can be spent by their lot, 200 later, and 300 are owed: whoever promises what is available promises nothing. */
    @Test
    void whatIsAvailableCanBeSpent() {
        LocalDate today = clock.today();
        post(shop, "earnings", "N1", "{\"externalId\": \"X-bob\", \"amount\": 300}");
        post(shop, "spendings", "S1", "{\"externalId\": \"X-bob\", \"amount\": 300}");
        post(shop, "earnings", "N2", "{\"externalId\": \"X-bob\", \"amount\": 100}");
        post(shop, "earnings", "N3", """
                {"externalId": "X-bob", "amount": 200, "availableFrom": "%s"}
                """.formatted(today.plusDays(3)));
        post(shop, "earnings/reversals", "N1-back", "{\"original\": \"N1\"}");

        assertThat(get(shop, "balance?userId=" + bob))
                .bodyJson()
                .isLenientlyEqualTo("{\"balance\": -200, \"available\": 0, \"pending\": 200, \"debt\": 300}");
        assertThat(post(shop, "spendings", "S2", "{\"externalId\": \"X-bob\", \"amount\": 10}"))
                .hasStatus(409)
                .bodyText()
                .contains("only 0 can be spent on that day");
        post(shop, "earnings", "N4", "{\"externalId\": \"X-bob\", \"amount\": 207}");
        assertThat(get(shop, "balance?userId=" + bob))
                .bodyJson()
                .isLenientlyEqualTo("{\"balance\": 7, \"available\": 7, \"pending\": 200}");
        assertThat(post(shop, "spendings", "S3", "{\"externalId\": \"X-bob\", \"amount\": 7}"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({"rule", "expiry", "adjustment", "grant", "reward", "cash", "check-in", "benefit", "Rule", "' rule '"})
    void writesUnderNoSourceOfOurs(String source) {
        for (String asked : List.of(
                "earnings {\"externalId\": \"X-bob\", \"amount\": 5, ",
                "spendings {\"externalId\": \"X-bob\", \"amount\": 5, ",
                "earnings/reversals {\"original\": \"N1\", ",
                "spendings/reversals {\"original\": \"N1\", ")) {
            String[] parts = asked.split(" ", 2);
            assertThat(post(shop, parts[0], "K", parts[1] + "\"source\": \"" + source + "\"}"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("source-ours", "“source” cannot be “" + source.strip() + "”");
        }
        assertThat(post(shop, "earnings", "K", "{\"externalId\": \"X-bob\", \"amount\": 5, \"source\": \"rules\"}"))
                .hasStatusOk();
    }

    @Test
    void oneDoesNotReverseWhatTheOtherWrote() {
        post(shop, "earnings", "N1", "{\"externalId\": \"X-bob\", \"amount\": 100}");

        assertThat(post(till, "earnings/reversals", "B1", "{\"original\": \"N1\"}"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "earnings|{'externalId': 'X-bob'}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 0}|422|points-out-of-range",
                "earnings|{'amount': 5}|422|user-unclear",
                "earnings|{'externalId': 'X-bob', 'userId': 1, 'amount': 5}|422|user-unclear",
                "earnings|{'externalId': 'X-nobody', 'amount': 5}|404|nobody-answers",
                "earnings|{'userId': 999, 'amount': 5}|404|unknown-user",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 'DAYS'}}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 'ON_DAY', 'day': '2001-01-01'}}|422|expires-before-it-begins",
                "spendings|{'externalId': 'X-bob', 'amount': 5}|409|insufficient-points",
                "spendings/reversals|{'original': 'nothing'}|404|unknown-posting",
                "spendings/reversals|{}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 1.5}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 1e3}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': '12'}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': true}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 99999999999999999999}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 1000000000001}|422|points-out-of-range",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiri': {'policy': 'NEVER'}}|422|field-unknown",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 'DAYS', 'number': 3, 'days': 3}}|422|field-unknown",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 'DAYS', 'number': 3.5}}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 0}}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'expiry': 'NEVER'}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'original': 'N1'}|422|field-unknown",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'reason': 'a\\u0000b'}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'day': '2026-02-30'}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'day': 20000}|422|field-unclear",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'day': '1999-12-31'}|422|day-unfit",
                "earnings|{'userId': '1', 'amount': 5}|422|field-unclear",
                "spendings|{'externalId': 'X-bob', 'amount': 5, 'expiry': {'policy': 'NEVER'}}|422|field-unknown",
                "spendings/reversals|{'original': 'N1', 'userId': 1}|422|field-unknown",
                "rewards/1/redemptions|{'externalId': 'X-bob', 'day': '2026-01-01'}|422|field-unknown",
                "check-ins|{'externalId': 'X-bob', 'amount': 5}|422|field-unknown",
                "cash|{'externalId': 'X-bob', 'orderAmount': '12.34'}|422|field-unclear",
                "cash|{'externalId': 'X-bob', 'orderAmount': 12.34, 'day': '2026-01-01'}|422|field-unknown",
                "cash|{'externalId': 'X-bob', 'orderAmount': 99999999999999, 'amount': 5}|422|field-unclear",
                "cash|{'externalId': 'X-bob', 'orderAmount': 12.34, 'amount': 9000000000000000000}|422|points-out-of-range",
                "cash|{'externalId': 'X-bob', 'orderAmount': 12.34}|422|nothing-to-pay",
                "earnings|{'externalId': 'X-bob', 'amount': 5, 'amount': 6}|400|bad-request",
                "earnings|[5]|400|bad-request",
                "earnings|amount=5|400|bad-request"
            })
    void saysWhatToChange(String path, String body, int status, String code) {
        assertThat(post(shop, path, "K", body.replace('\'', '"')))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    /** What is yet to come cannot be written yet: points that come tomorrow would be spent today. */
    @Test
    void writesOfTodayAndOfDaysThatAreOver() {
        LocalDate today = clock.today();
        post(shop, "earnings", "N1", earning(today));
        String tomorrow = "\"day\": \"" + today.plusDays(1) + "\"";
        for (String asked : List.of(
                "earnings {\"externalId\": \"X-bob\", \"amount\": 5, ",
                "spendings {\"externalId\": \"X-bob\", \"amount\": 5, ",
                "earnings/reversals {\"original\": \"N1\", ",
                "spendings/reversals {\"original\": \"N1\", ")) {
            String[] parts = asked.split(" ", 2);
            assertThat(post(shop, parts[0], "K", parts[1] + tomorrow + "}"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("“day” is a day from 2000-01-01 through " + today);
        }
        assertThat(post(shop, "earnings", "N2", earning(LocalDate.parse("2000-01-01"))))
                .hasStatusOk();
        assertThat(post(shop, "earnings/reversals", "B", "{\"original\": \"N1\", \"day\": \"" + today + "\"}"))
                .hasStatusOk();
    }

    private static String earning(LocalDate day) {
        return "{\"externalId\": \"X-bob\", \"amount\": 5, \"day\": \"" + day + "\"}";
    }

    @Test
    void saysWhichFieldAndWhatBelongsThere() {
        assertThat(post(shop, "earnings", "K", "{\"externalId\": \"X-bob\", \"amount\": \"12\"}"))
                .bodyText()
                .contains("“amount” has to be a whole number, such as 12");
        assertThat(post(
                        shop,
                        "earnings",
                        "K",
                        "{\"amount\": 1, \"expiry\": {\"policy\": \"DAYS\", \"number\": \"3\"}}"))
                .bodyText()
                .contains("“expiry.number” has to be a whole number");
        assertThat(post(shop, "earnings", "K", "{\"amount\": 1, \"expiry\": {\"policy\": \"SOON\"}}"))
                .bodyText()
                .contains("“expiry.policy” has to be one of NEVER, DAYS, END_OF_MONTH, END_OF_YEAR, ON_DAY");
        assertThat(post(shop, "earnings", "K", "{\"externalId\": \"X-bob\", \"amount\": -100}"))
                .bodyText()
                .contains("greater than 0 and at most 1,000,000,000,000");
        assertThat(post(shop, "earnings", "K", "{\"amount\": 1, \"expiri\": 1}"))
                .bodyText()
                .contains("“expiri” is no field of this request");
    }

    @Test
    void saysKeysAsTheyWereSent() {
        post(shop, "earnings", "k1", "{\"externalId\": \"X-bob\", \"amount\": 100}");
        assertThat(post(shop, "earnings", "k1", "{\"externalId\": \"X-bob\", \"amount\": 101}"))
                .bodyText()
                .contains("The key “k1” stands for");
        assertThat(post(shop, "spendings/reversals", "k2", "{\"original\": \"k3\"}"))
                .bodyText()
                .contains("under the key “k3”");
        for (String unclear : List.of(" ", "x".repeat(181))) {
            assertThat(post(shop, "earnings", unclear, "{\"externalId\": \"X-bob\", \"amount\": 1}"))
                    .hasStatus(422)
                    .bodyText()
                    .contains("The header Idempotency-Key has 1 to 180 printable characters.");
        }
        assertThat(post(shop, "earnings", "x".repeat(180), "{\"externalId\": \"X-bob\", \"amount\": 1}"))
                .hasStatusOk();
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(mvc.post()
                        .uri("/api/v1/points/earnings")
                        .header("Authorization", "Bearer " + shop)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(400)
                .bodyText()
                .contains("header-missing", "Idempotency-Key");
        assertThat(mvc.get().uri("/api/v1/points/balance?userId=" + bob)).hasStatus(401);
    }

    @Test
    void aTokenForFilesGivesNoPoints() {
        String files = tokens.working("files", staff.active("eve@example.org", Role.ADMIN));

        assertThat(post(files, "earnings", "N1", "{\"externalId\": \"X-bob\", \"amount\": 100}"))
                .hasStatus(403);
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String token, String path, String key, String body) {
        return mvc.post()
                .uri("/api/v1/points/" + path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String token, String path) {
        return mvc.get()
                .uri("/api/v1/points/" + path)
                .header("Authorization", "Bearer " + token)
                .exchange();
    }
}
