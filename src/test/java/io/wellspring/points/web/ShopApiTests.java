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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shop redeems, checks in and pays with bob's points. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class ShopApiTests {

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

    @BeforeEach
    void people() {
        shop = tokens.working("shop", staff.active("ann@example.org", Role.ADMIN), Scope.POINTS);
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        assertThat(post("earnings", "E1", "{\"userId\": " + bob + ", \"amount\": 1000}"))
                .hasStatusOk();
    }

    @Test
    void redeemsOnceUnderAKey() {
        jdbc.sql("""
                        insert into points.reward (name, description, price, supply, stock, valid_from, valid_until, withdrawn, created_at) values
                          ('Mug', 'White', 300, 'STOCK', 2, '2026-01-01', null, false, '2026-01-01T00:00Z'),
                          ('Over', '', 300, 'STOCK', 2, '2020-01-01', '2020-01-02', false, '2026-01-01T00:00Z'),
                          ('Out', '', 300, 'STOCK', 0, '2026-01-01', null, false, '2026-01-01T00:00Z'),
                          ('Gone', '', 300, 'UNLIMITED', null, '2026-01-01', null, true, '2026-01-01T00:00Z')
                        """).update();
        assertThat(get("rewards"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rewards[*].name")
                .asArray()
                .containsExactly("Mug");
        assertThat(post("rewards/1/redemptions", "R1", "{\"externalId\": \"X-bob\"}"))
                .hasStatusOk()
                .doesNotContainHeader("Idempotent-Replayed")
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("RESERVED");
        assertThat(post("rewards/1/redemptions", "R1", "{\"externalId\": \"X-bob\"}"))
                .hasStatusOk()
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(post("rewards/2/redemptions", "R1", "{\"externalId\": \"X-bob\"}"))
                .hasStatus(409);
        assertThat(post("rewards/3/redemptions", "R3", "{\"externalId\": \"X-bob\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("out-of-stock");
        assertThat(post("rewards/9/redemptions", "R9", "{\"externalId\": \"X-bob\"}"))
                .hasStatus(404);
        assertThat(post("spendings/reversals", "B1", "{\"original\": \"R1\"}"))
                .as("a redemption is cancelled, not reversed behind its back")
                .hasStatus(404);
        assertThat(get("balance?userId=" + bob))
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo(700);
    }

    @Test
    void aRewardForAHigherTierIsRefused() {
        jdbc.sql("""
                        insert into points.reward (name, description, price, supply, least_tier, valid_from, created_at)
                        values ('Mug', 'White', 300, 'UNLIMITED', 3, '2026-01-01', '2026-01-01T00:00Z')
                        """).update();
        assertThat(get("rewards"))
                .bodyJson()
                .extractingPath("$.rewards[0].leastTier")
                .isEqualTo(3);
        assertThat(post("rewards/1/redemptions", "R1", "{\"externalId\": \"X-bob\"}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("reward-tier-not-held");
    }

    @Test
    void checksInOnceADayAndTheStreakBreaks() {
        assertThat(post("check-ins", null, "{\"userId\": " + bob + "}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("check-ins-off");
        jdbc.sql("""
                        insert into points.check_in_ladder (steps, after_last, expires_after, changed_at, changed_by)
                        values ('{5,7,20}', 'STAY', 30, '2026-01-01T00:00Z', 'ann')
                        """).update();
        past(3, 2);
        assertThat(checkedIn()).as("a day was left out").isEqualTo("1 5");
        assertThat(checkedIn()).isEqualTo("1 5");
        jdbc.sql("delete from points.check_in where day = :today")
                .param("today", clock.today())
                .update();
        jdbc.sql("update points.business_key set key = 'other' where key like 'check-in:%'")
                .update();
        past(1, 8);
        assertThat(checkedIn()).as("the last step stays").isEqualTo("9 20");
        assertThat(post("check-ins", null, "{\"userId\": " + bob + "}")).hasHeader("Idempotent-Replayed", "true");
        assertThat(get("balance?userId=" + bob))
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo(1025);
    }

    @Test
    void pointsPayAShareOfAnOrder() {
        assertThat(get("cash?userId=" + bob + "&orderAmount=50.00"))
                .as("before admins allow it")
                .bodyJson()
                .extractingPath("$.points")
                .isEqualTo(0);
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, cash_percent, changed_at, changed_by)
                        values (1000, 300, 10, '2026-01-01T00:00Z', 'ann')
                        """).update();
        assertThat(get("cash?userId=" + bob + "&orderAmount=12.34"))
                .as("at most 1.23, which are 369 points")
                .bodyText()
                .contains("\"points\":369", "\"discount\":1.23", "\"cap\":1.23");
        assertThat(get("cash?userId=" + bob + "&orderAmount=500"))
                .as("1000 points are 3.33, and 999 as well")
                .bodyText()
                .contains("\"points\":999", "\"discount\":3.33", "\"cap\":50.00");
        assertThat(get("cash?userId=" + bob + "&orderAmount=0")).hasStatus(422);

        String order = "{\"userId\": " + bob + ", \"orderAmount\": 12.34}";
        assertThat(post("cash", "C1", order)).hasStatusOk().bodyText().contains("\"points\":369", "\"discount\":1.23");
        assertThat(post("cash", "C1", order))
                .hasStatusOk()
                .hasHeader("Idempotent-Replayed", "true")
                .bodyText()
                .contains("\"points\":369");
        assertThat(post("cash", "C1", "{\"userId\": " + bob + ", \"orderAmount\": 12.35}"))
                .hasStatus(409);
        assertThat(post("cash", "C2", "{\"userId\": " + bob + ", \"orderAmount\": 12.34, \"amount\": 370}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("cash-refused");
        assertThat(post("cash", "C3", "{\"userId\": " + bob + ", \"orderAmount\": 12.34, \"amount\": 2}"))
                .as("less than a cent")
                .hasStatus(422);
        assertThat(post("spendings/reversals", "B1", "{\"original\": \"C1\"}")).hasStatusOk();
        assertThat(get("balance?userId=" + bob))
                .bodyJson()
                .extractingPath("$.balance")
                .isEqualTo(1000);
    }

    @Test
    void nobodyHasNoBalance() {
        assertThat(get("balance?userId=999"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-user");
        assertThat(get("statement?userId=999")).hasStatus(404);
        assertThat(get("cash?userId=999&orderAmount=5")).hasStatus(404);
    }

    private void past(int daysAgo, int streak) {
        jdbc.sql("insert into points.check_in values (:user, :day, :streak, 5, 'test')")
                .param("user", bob.value())
                .param("day", clock.today().minusDays(daysAgo))
                .param("streak", streak)
                .update();
    }

    private String checkedIn() {
        assertThat(post("check-ins", null, "{\"userId\": " + bob + "}")).hasStatusOk();
        return jdbc.sql("select streak || ' ' || amount from points.check_in where day = :day")
                .param("day", clock.today())
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri("/api/v1/points/" + address)
                .header("Authorization", "Bearer " + shop)
                .exchange();
    }

    private MvcTestResult post(String address, @Nullable String key, String body) {
        var request = mvc.post()
                .uri("/api/v1/points/" + address)
                .header("Authorization", "Bearer " + shop)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
