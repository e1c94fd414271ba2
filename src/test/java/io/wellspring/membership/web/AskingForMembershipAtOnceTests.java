package io.wellspring.membership.web;

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

/** The shop sends the same about bob, who is gold, several times at once, and is told which of the answers did it. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class AskingForMembershipAtOnceTests {

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
        shop = tokens.working("shop", staff.active("ann@example.org", Role.ADMIN), Scope.MEMBERSHIP);
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        jdbc.sql("""
                        insert into membership.programme (version, state, effective_on, reach_window, reach_days, keep_window, keep_days,
                          refunds, order_factor, created_at, published_at)
                        values (1, 'PUBLISHED', '2020-01-01', 'ROLLING', 365, 'ROLLING', 365, 'AT_DUE', 1, '2020-01-01', '2020-01-01')
                        """).update();
        jdbc.sql("""
                        insert into membership.tier (version, tier_no, rank, name_en, name_zh, colour, entry_join, entry_growth, keep_join,
                          validity_months, grace_days, at_due, floor_rank, points_multiplier)
                        values (1, 1, 1, 'Basic', '普通', '#000000', 'ALL', null, 'ALL', null, 0, 'ONE_STEP', 1, 1),
                          (1, 7, 2, 'Gold', '金卡', '#000000', 'ALL', 1000, 'ALL', 12, 0, 'ONE_STEP', 1, 1)
                        """).update();
        jdbc.sql("""
                        insert into membership.tier_history (user_id, during, starts_on, tier_id, cause, since, term_from, due_on, decide_on)
                        values (:bob, '[2026-01-01,)', '2026-01-01', 2, 'START', '2026-01-01', '2026-01-01', '2027-01-01', '2027-01-01')
                        """).param("bob", bob.value()).update();
        jdbc.sql("""
                        insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, due_on, starts_on, term_from,
                          decide_on, cause)
                        values (:bob, 2, 1200, 1200, '2026-01-01', '2027-01-01', '2026-01-01', '2026-01-01', '2027-01-01', 'START')
                        """).param("bob", bob.value()).update();
        jdbc.sql("insert into membership.current values (true, '2026-03-05', 1, '2026-03-06', 5)")
                .update();
        jdbc.sql("""
                        insert into membership.benefit (kind, name_en, name_zh, description, cost, points, quota, period, active_from, created_at)
                        values ('COUPON', 'Coupon', '优惠券', 'Ten off', 1000, null, 1, 'MONTH', '2020-01-01', '2020-01-01')
                        """).update();
        jdbc.sql("insert into membership.tier_benefit values (1, 7, 1)").update();
        jdbc.sql("""
                        insert into membership.plan (name_en, name_zh, price, term_length, term_unit, tier_no, on_sale, created_at)
                        values ('Gold', '金卡', 9950, 3, 'MONTH', 7, true, '2026-01-01')
                        """).update();
    }

    @Test
    void oneClaimClaims() throws Exception {
        atOnce(this::holdBob, "benefits/1/claims", "C1", "{\"userId\": " + bob + "}");
    }

    @Test
    void oneReversalTakesAClaimBack() throws Exception {
        assertThat(post("benefits/1/claims", "C1", "{\"userId\": " + bob + "}")).hasStatusOk();
        atOnce(this::holdBob, "claims/reversals", "U1", "{\"original\": \"C1\", \"reason\": \"Returned\"}");
    }

    @Test
    void oneSaleSells() throws Exception {
        String gold = "{\"userId\": " + bob + ", \"plan\": 1, \"day\": \"2026-03-01\"}";
        atOnce(this::lockStanding, "starts", "S1", gold);
        atOnce(this::lockStanding, "renewals", "R1", gold);
        atOnce(
                this::lockStanding,
                "refunds",
                "B1",
                "{\"original\": \"R1\", \"day\": \"2026-03-02\", \"amount\": 5, \"reason\": \"Returned\"}");
        atOnce(
                this::lockStanding,
                "lapses",
                "L1",
                "{\"original\": \"S1\", \"day\": \"2026-03-02\", \"reason\": \"Moved\"}");
    }

    private void holdBob() {
        jdbc.sql("select user_id from users.users where user_id = :bob for update")
                .param("bob", bob.value())
                .query(Long.class)
                .single();
    }

    private void lockStanding() {
        jdbc.sql("lock table membership.standing in share row exclusive mode").update();
    }

    private void atOnce(Runnable lock, String address, String key, String body) throws Exception {
        new AskingAtOnce(jdbc, transactions).assertOneDoesIt(lock, () -> post(address, key, body));
    }

    private MvcTestResult post(String address, String key, String body) {
        return mvc.post()
                .uri("/api/v1/membership/" + address)
                .header("Authorization", "Bearer " + shop)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
