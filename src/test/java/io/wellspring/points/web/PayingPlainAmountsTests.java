package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What orders cost is said in plain decimal numbers, and bob pays a tenth of it with points, if he has any: three hundred are one. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class PayingPlainAmountsTests {

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

    @BeforeEach
    void people() {
        shop = tokens.working("shop", staff.active("ann@example.org", Role.ADMIN), Scope.POINTS);
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, cash_percent, changed_at, changed_by)
                        values (1000, 300, 10, '2026-01-01T00:00Z', 'ann')
                        """).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"100", "100.5", "100.50", "0.01", "9999999999.99"})
    void aPlainNumberIsRead(String amount) {
        assertThat(quote(amount)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "１００",
                "1,000",
                "",
                " ",
                "100.",
                ".5",
                "+5",
                "-5",
                "100.000",
                "0",
                "0x10",
                "NaN",
                "99999999999999999999"
            })
    void anythingElseIsRefusedByTheNameOfTheField(String amount) {
        assertUnclear(quote(amount));
    }

    @Test
    void anAmountThatIsLeftOutIsToo() {
        assertUnclear(mvc.get()
                .uri("/api/v1/points/cash?userId=" + bob)
                .header("Authorization", "Bearer " + shop)
                .exchange());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E3", "100.000", "-5", "\"100\"", "true", "null", "99999999999999999999"})
    void aBodyIsReadTheSameWay(String amount) {
        assertUnclear(pay("C1", "\"orderAmount\": " + amount));
    }

    @Test
    void whoHasNoPointsHasTooFew() {
        assertThat(pay("C1", "\"orderAmount\": 50.00"))
                .hasStatus(409)
                .bodyText()
                .contains("\"code\":\"insufficient-points\"");
        give(2);
        assertThat(pay("C1", "\"orderAmount\": 50.00"))
                .as("a cent takes three")
                .hasStatus(409)
                .bodyText()
                .contains("\"code\":\"insufficient-points\"", "only 2 can be spent");
        give(1);
        assertThat(pay("C1", "\"orderAmount\": 50.00"))
                .as("the cap takes 1500, and what there is pays what it can")
                .hasStatusOk()
                .bodyText()
                .contains("\"points\":3", "\"discount\":0.01");
    }

    @Test
    void whoHasNoPointsIsToldFirstThatNonePay() {
        assertThat(pay("C1", "\"orderAmount\": 0.05"))
                .hasStatus(422)
                .bodyText()
                .contains("\"code\":\"nothing-to-pay\"");
    }

    private void assertUnclear(MvcTestResult answer) {
        assertThat(answer).hasStatus(422).bodyText().contains("\"code\":\"field-unclear\"", "“orderAmount”");
    }

    private void give(long points) {
        assertThat(post("earnings", "E" + points, "{\"userId\": " + bob + ", \"amount\": " + points + "}"))
                .hasStatusOk();
    }

    private MvcTestResult quote(String amount) {
        return mvc.get()
                .uri("/api/v1/points/cash?userId={bob}&orderAmount={amount}", bob, amount)
                .header("Authorization", "Bearer " + shop)
                .exchange();
    }

    private MvcTestResult pay(String key, String field) {
        return post("cash", key, "{\"userId\": " + bob + ", " + field + "}");
    }

    private MvcTestResult post(String address, String key, String body) {
        return mvc.post()
                .uri("/api/v1/points/" + address)
                .header("Authorization", "Bearer " + shop)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
