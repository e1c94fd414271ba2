package io.wellspring.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.Role;
import io.wellspring.staff.Scope;
import io.wellspring.staff.StaffFixtures;
import io.wellspring.staff.TokenFixtures;
import java.io.UnsupportedEncodingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shop asks for bob, who is gold, and claims for him; another shop and another scope do not get far. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class MembershipApiTests {

    @Autowired
    private StaffFixtures staff;

    @Autowired
    private TokenFixtures tokens;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private UserId bob;
    private UserId cid;
    private String shop;
    private String other;
    private String points;

    @BeforeEach
    void people() {
        long ann = staff.active("ann@example.org", Role.ADMIN);
        shop = tokens.working("shop", ann, Scope.MEMBERSHIP);
        other = tokens.working("other", ann, Scope.MEMBERSHIP);
        points = tokens.working("points", ann, Scope.POINTS);
        Facts facts = new Facts(jdbc);
        bob = facts.user("bob", "2026-01-01");
        cid = facts.user("cid", "2026-01-01");
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
        jdbc.sql("insert into membership.current values (true, '2026-01-01', 1, '2026-01-02', 5)")
                .update();
        jdbc.sql("""
                        insert into membership.benefit (kind, name_en, name_zh, description, cost, points, quota, period, active_from, created_at)
                        values ('COUPON', 'Coupon', '优惠券', 'Ten off', 1000, null, 1, 'MONTH', '2020-01-01', '2020-01-01'),
                          ('POINTS', 'Birthday', '生日', '', 100, 50, 2, 'EVER', '2020-01-01', '2020-01-01'),
                          ('GIFT', 'Elsewhere', '别处', '', 100, null, null, null, '2020-01-01', '2020-01-01')
                        """).update();
        jdbc.sql("insert into membership.tier_benefit values (1, 7, 1), (1, 7, 2)")
                .update();
    }

    @Test
    void tellsTheTierAndWhatItGrants() {
        assertThat(get("tier?externalId=X-bob"))
                .hasStatusOk()
                .bodyText()
                .contains("\"number\":7", "\"nameEn\":\"Gold\"", "\"dueOn\":\"2027-01-01\"", "\"growthValue\":1200");
        assertThat(get("tier?userId=" + cid)).hasStatusOk().bodyText().contains("\"tier\":null");
        assertThat(get("benefits?userId=" + bob))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.benefits[*].nameEn")
                .asArray()
                .containsExactly("Birthday", "Coupon");
        assertThat(get("benefits?userId=" + bob))
                .bodyJson()
                .extractingPath("$.benefits[1].left")
                .isEqualTo(1);
        assertThat(get("benefits?userId=" + cid))
                .bodyJson()
                .extractingPath("$.benefits")
                .asArray()
                .isEmpty();
        assertThat(get("tier?userId=999"))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("unknown-user");
        assertThat(get("tier?externalId=X-nobody")).hasStatus(404);
        assertThat(get("benefits")).hasStatus(422);
        assertThat(get("benefits?userId=1&externalId=X-bob"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("user-unclear");
    }

    @Test
    void claimsOnceUnderAKeyAndUndoesOnce() {
        String claims = "benefits/1/claims";
        assertThat(post(shop, claims, "C1", "{\"externalId\": \"X-bob\"}"))
                .hasStatusOk()
                .doesNotContainHeader("Idempotent-Replayed")
                .bodyText()
                .contains("\"claim\":1", "\"undone\":false");
        assertThat(post(shop, claims, "C1", "{\"userId\": " + bob + "}"))
                .hasStatusOk()
                .hasHeader("Idempotent-Replayed", "true")
                .bodyText()
                .contains("\"claim\":1");
        assertThat(post(shop, claims, "C2", "{\"userId\": " + bob + "}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("quota-used-up");
        assertThat(code(post(shop, "benefits/2/claims", "C1", "{\"userId\": " + bob + "}")))
                .isEqualTo("claim-key-taken");
        assertThat(code(post(shop, "benefits/3/claims", "C3", "{\"userId\": " + bob + "}")))
                .isEqualTo("benefit-not-granted");
        assertThat(post(shop, "benefits/9/claims", "C4", "{\"userId\": " + bob + "}"))
                .hasStatus(404);
        assertThat(post(shop, claims, "C5", "{\"userId\": 999}")).hasStatus(404);
        assertThat(post(shop, claims, null, "{\"userId\": " + bob + "}")).hasStatus(400);

        String undo = "{\"original\": \"C1\", \"reason\": \"sent back\"}";
        assertThat(post(other, "claims/reversals", "U1", undo))
                .as("each token has keys of its own")
                .hasStatus(404);
        assertThat(post(shop, "claims/reversals", "U1", "{\"original\": \"C1\"}"))
                .hasStatus(422);
        assertThat(post(shop, "claims/reversals", "U1", undo))
                .hasStatusOk()
                .bodyText()
                .contains("\"undone\":true");
        assertThat(post(shop, "claims/reversals", "U1", undo)).hasStatusOk().hasHeader("Idempotent-Replayed", "true");
        assertThat(code(post(shop, "claims/reversals", "U2", undo))).isEqualTo("claim-undone-already");
        assertThat(post(shop, claims, "C6", "{\"userId\": " + bob + "}")).hasStatusOk();
    }

    @Test
    void aTokenOfMembershipGivesThePointsOfABenefitAndNoOthers() {
        assertThat(post(shop, "benefits/2/claims", "C1", "{\"userId\": " + bob + "}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"points\":50");
        assertThat(balance()).isEqualTo(50);
        assertThat(post(shop, "claims/reversals", "U1", "{\"original\": \"C1\", \"reason\": \"no birthday\"}"))
                .hasStatusOk();
        assertThat(balance()).isZero();
        assertThat(mvc.get().uri("/api/v1/points/balance?userId=" + bob).header("Authorization", "Bearer " + shop))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/membership/tier?userId=" + bob).header("Authorization", "Bearer " + points))
                .hasStatus(403);
        assertThat(mvc.get().uri("/api/v1/membership/tier?userId=" + bob)).hasStatus(401);
    }

    private long balance() {
        return jdbc.sql("select coalesce(sum(remaining), 0) from points.lot where user_id = :user")
                .param("user", bob.value())
                .query(Long.class)
                .single();
    }

    private static String code(MvcTestResult result) {
        assertThat(result).hasStatus(409);
        try {
            return result.getResponse().getContentAsString().replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String address) {
        return mvc.get()
                .uri("/api/v1/membership/" + address)
                .header("Authorization", "Bearer " + shop)
                .exchange();
    }

    private MvcTestResult post(String token, String address, @Nullable String key, String body) {
        var request = mvc.post()
                .uri("/api/v1/membership/" + address)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
