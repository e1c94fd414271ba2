package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.io.UnsupportedEncodingException;
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
                "spendings/reversals|{}|422|field-unclear"
            })
    void saysWhatToChange(String path, String body, int status, String code) {
        assertThat(post(shop, path, "K", body.replace('\'', '"')))
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(post(shop, "earnings", "K", "{\"amount\": \"many\"}")).hasStatus(400);
        assertThat(mvc.post()
                        .uri("/api/v1/points/earnings")
                        .header("Authorization", "Bearer " + shop)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(400);
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
