package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.AskingAtOnce;
import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;

/** The shop sends the same about bob several times at once, and is told which of the answers did it. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class AskingForPointsAtOnceTests {

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;
    private String shop;

    @BeforeEach
    void people() {
        shop = tokens.working("shop", staff.active("ann@example.org", Role.ADMIN), Scope.POINTS);
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        assertThat(post("earnings", "E1", about(", \"amount\": 1000"))).hasStatusOk();
    }

    @Test
    void oneEarningEarns() throws Exception {
        assertOneDoesIt("earnings", "E2", about(", \"amount\": 5"));
        assertThat(jdbc.sql("select sum(amount) from points.entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(1005);
    }

    @Test
    void oneSpendingSpends() throws Exception {
        assertOneDoesIt("spendings", "S1", about(", \"amount\": 5"));
    }

    @Test
    void oneReversalReverses() throws Exception {
        assertOneDoesIt("earnings/reversals", "R1", "{\"original\": \"E1\", \"amount\": 5}");
    }

    @Test
    void oneRedemptionRedeems() throws Exception {
        jdbc.sql("""
                        insert into points.reward (name, description, price, supply, valid_from, created_at)
                        values ('Mug', 'White', 300, 'UNLIMITED', '2026-01-01', '2026-01-01T00:00Z')
                        """).update();
        assertOneDoesIt("rewards/1/redemptions", "M1", about(""));
    }

    @Test
    void onePaymentPays() throws Exception {
        jdbc.sql("""
                        insert into points.setting (adjustment_limit, per_unit, cash_percent, changed_at, changed_by)
                        values (1000, 300, 10, '2026-01-01T00:00Z', 'ann')
                        """).update();
        assertOneDoesIt("cash", "C1", about(", \"orderAmount\": 12.34"));
    }

    private void assertOneDoesIt(String address, String key, String body) throws Exception {
        new AskingAtOnce(jdbc, transactions)
                .assertOneDoesIt(
                        () -> jdbc.sql("select user_id from points.account for update")
                                .query(Long.class)
                                .list(),
                        () -> post(address, key, body));
    }

    private String about(String more) {
        return "{\"userId\": " + bob + more + "}";
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
