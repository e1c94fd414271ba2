package io.wellspring.membership.web;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The shop sells bob a membership, renews it and gives it back; another shop does not get at it. */
@WellspringTest
@Import({StaffFixtures.class, TokenFixtures.class})
class PaidApiTests {

    private static final String BOB = "{\"externalId\": \"X-bob\", \"plan\": 1, \"day\": \"2026-03-01\"}";

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
    private String other;
    private String points;

    @BeforeEach
    void people() {
        long ann = staff.active("ann@example.org", Role.ADMIN);
        shop = tokens.working("shop", ann, Scope.MEMBERSHIP);
        other = tokens.working("other", ann, Scope.MEMBERSHIP);
        points = tokens.working("points", ann, Scope.POINTS);
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
                        insert into membership.tier_history (user_id, during, starts_on, tier_id, cause, since, term_from)
                        values (:bob, '[2026-01-01,)', '2026-01-01', 1, 'START', '2026-01-01', '2026-01-01')
                        """).param("bob", bob.value()).update();
        jdbc.sql("""
                        insert into membership.standing (user_id, tier_id, growth_value, growth_total, since, starts_on, term_from, cause)
                        values (:bob, 1, 0, 0, '2026-01-01', '2026-01-01', '2026-01-01', 'START')
                        """).param("bob", bob.value()).update();
        jdbc.sql("insert into membership.current values (true, '2026-03-05', 1, '2026-03-06', 5)")
                .update();
        jdbc.sql("""
                        insert into membership.plan (name_en, name_zh, price, term_length, term_unit, tier_no, on_sale, created_at)
                        values ('Gold', '金卡', 9950, 3, 'MONTH', 7, true, '2026-01-01'),
                          ('Old', '旧', 100, 1, 'YEAR', 7, false, '2026-01-01')
                        """).update();
    }

    @Test
    void tellsWhatCanBeBought() {
        assertThat(get("plans"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.plans[*].nameEn")
                .asArray()
                .containsExactly("Gold");
        assertThat(get("plans")).bodyText().contains("\"price\":99.5", "\"tier\":7", "\"unit\":\"MONTH\"");
    }

    @Test
    void sellsRenewsAndGivesBackOnceUnderEachKey() {
        assertThat(post(shop, "starts", "S1", BOB))
                .hasStatusOk()
                .doesNotContainHeader("Idempotent-Replayed")
                .bodyText()
                .contains(
                        "\"kind\":\"START\"",
                        "\"from\":\"2026-03-01\"",
                        "\"lastDay\":\"2026-05-31\"",
                        "\"amount\":99.5");
        assertThat(post(shop, "starts", "S1", BOB)).hasStatusOk().hasHeader("Idempotent-Replayed", "true");
        assertThat(get("tier?userId=" + bob)).bodyText().contains("\"nameEn\":\"Gold\"", "\"dueOn\":\"2026-06-01\"");
        assertThat(post(shop, "starts", "S2", BOB))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("membership-runs");
        assertThat(post(shop, "renewals", "R1", BOB)).hasStatusOk().bodyText().contains("\"lastDay\":\"2026-08-31\"");
        assertThat(post(shop, "renewals", "R2", BOB.replace("}", ", \"term\": 1}")))
                .as("renewed already")
                .hasStatus(409)
                .bodyText()
                .contains("term-renewed-already", "2026-08-31");
        assertThat(post(shop, "refunds", "F1", refund("S1", "99.51")))
                .hasStatus(422)
                .bodyText()
                .contains("at most ¥99.50");
        assertThat(post(shop, "refunds", "F1", refund("S1", "99.505"))).hasStatus(422);
        assertThat(post(shop, "refunds", "F1", refund("S1", "50"))).hasStatusOk();
        assertThat(post(shop, "refunds", "F1", refund("S1", "50")))
                .hasStatusOk()
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(post(shop, "refunds", "F1", refund("S1", "49"))).hasStatus(409);
        assertThat(post(
                        shop,
                        "lapses",
                        "L1",
                        "{\"original\": \"R1\", \"day\": \"2026-03-05\", \"reason\": \"the card was refused\"}"))
                .hasStatusOk();
        assertThat(get("tier?userId=" + bob)).bodyText().contains("\"nameEn\":\"Basic\"");
        assertThat(get("terms?externalId=X-bob"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.terms[*].state")
                .asArray()
                .containsExactly("LAPSED", "REFUNDED");
    }

    @Test
    void anotherTokenEndsNothingAndAnotherScopeSellsNothing() {
        post(shop, "starts", "S1", BOB);
        assertThat(post(other, "refunds", "F1", refund("S1", "50"))).hasStatus(404);
        assertThat(post(other, "starts", "S1", BOB)).as("a key of its own").hasStatus(422);
        assertThat(post(points, "starts", "S1", BOB)).hasStatus(403);
        assertThat(post(shop, "starts", "S3", "{\"externalId\": \"X-nobody\", \"plan\": 1}"))
                .hasStatus(404);
        assertThat(post(shop, "starts", "S3", "{\"externalId\": \"X-bob\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("field-unclear");
        assertThat(post(shop, "starts", "S3", "{\"externalId\": \"X-bob\", \"plan\": 2, \"day\": \"2026-03-01\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("plan-retired");
        assertThat(post(shop, "refunds", "F2", "{\"original\": \"S1\", \"reason\": \"asked\"}"))
                .hasStatus(422);
    }

    @Test
    void whatDoesNotBelongToARequestIsRefused() {
        post(shop, "starts", "S1", BOB);
        for (String[] wrong : new String[][] {
            {"starts", "{\"externalId\": \"X-bob\", \"plan\": 1, \"amount\": 5}", "field-unknown"},
            {"starts", "{\"externalId\": \"X-bob\", \"plan\": 1, \"dya\": \"2026-03-01\"}", "field-unknown"},
            {"starts", "{\"externalId\": \"X-bob\", \"plan\": \"1\"}", "field-unclear"},
            {"starts", "{\"externalId\": \"X-bob\", \"plan\": 1.5}", "field-unclear"},
            {"renewals", "{\"externalId\": \"X-bob\", \"plan\": 1, \"original\": \"S1\"}", "field-unknown"},
            {"lapses", "{\"original\": \"S1\", \"reason\": \"asked\", \"amount\": 5}", "field-unknown"},
            {"refunds", "{\"original\": \"S1\", \"amount\": 5, \"reason\": \"asked\", \"plan\": 1}", "field-unknown"},
            {"refunds", "{\"original\": \"S1\", \"amount\": \"5\", \"reason\": \"asked\"}", "field-unclear"},
            {"refunds", "{\"original\": \"S1\", \"amount\": 1e1, \"reason\": \"asked\"}", "field-unclear"},
            {"refunds", "{\"original\": \"S1\", \"amount\": 5.000, \"reason\": \"asked\"}", "field-unclear"},
            {"claims/reversals", "{\"original\": \"S1\", \"reason\": \"asked\", \"userId\": 1}", "field-unknown"},
            {"benefits/1/claims", "{\"externalId\": \"X-bob\", \"reason\": \"asked\"}", "field-unknown"}
        }) {
            assertThat(post(shop, wrong[0], "W", wrong[1]))
                    .as(wrong[1])
                    .hasStatus(422)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo(wrong[2]);
        }
    }

    private static String refund(String original, String amount) {
        return "{\"original\": \"%s\", \"amount\": %s, \"day\": \"2026-03-05\", \"reason\": \"asked\"}"
                .formatted(original, amount);
    }

    private MvcTestResult get(String what) {
        return mvc.get()
                .uri("/api/v1/membership/" + what)
                .header("Authorization", "Bearer " + shop)
                .exchange();
    }

    private MvcTestResult post(String token, String what, String key, String body) {
        return mvc.post()
                .uri("/api/v1/membership/" + what)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
