package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who is like ann: of her class and stage, and not many times more or less in anything. */
@WellspringTest
@AsStaff(Role.OPERATOR)
class FindingSimilarUsersTests {

    @Autowired
    private ProfileSearch search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Facts facts;
    private UserId ann;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        jdbc.sql("""
                        insert into metrics.current (as_of, window_days, refreshed_at, duration_ms, undated_users)
                        values (date '2026-06-30', 365, timestamptz '2026-07-01', 0, 0)
                        """).update();
        ann = user("ann", "111", "MATURE", 10, 100_000, 10);
    }

    @Test
    void ranksByHowManyTimesMoreOrLess() {
        UserId twiceTheMoney = user("bob", "111", "MATURE", 10, 200_000, 10);
        UserId alike = user("carl", "111", "MATURE", 11, 95_000, 9);
        UserId thriceTheOrders = user("dora", "111", "MATURE", 32, 100_000, 10);
        UserId silentTenTimes = user("eve", "111", "MATURE", 10, 100_000, 109);

        assertThat(search.similarTo(ann, 10))
                .extracting(SimilarUser::id)
                .containsExactly(alike, twiceTheMoney, thriceTheOrders, silentTenTimes);
        assertThat(search.similarTo(ann, 2)).hasSize(2);
    }

    @Test
    void staysWithinClassAndStage() {
        user("otherclass", "110", "MATURE", 10, 100_000, 10);
        user("otherstage", "111", "SLIPPING", 10, 100_000, 10);
        user("notscored", null, "MATURE", 10, 100_000, 10);
        UserId alike = user("alike", "111", "MATURE", 1, 1, 500);

        assertThat(search.similarTo(ann, 10)).extracting(SimilarUser::id).containsExactly(alike);
    }

    @Test
    void whoIsNotScoredIsLikeOthersNotScored() {
        UserId lost = user("lost", null, "LOST", 1, 500, 800);
        UserId alsoLost = user("alsolost", null, "LOST", 1, 600, 700);

        assertThat(search.similarTo(lost, 10)).extracting(SimilarUser::id).containsExactly(alsoLost);
    }

    @Test
    void whoNeverOrderedIsLikeNobody() {
        UserId one = user("one", null, "PROSPECT", 0, 0, null);
        user("two", null, "PROSPECT", 0, 0, null);

        assertThat(search.similarTo(one, 10)).isEmpty();
        assertThat(search.similarTo(new UserId(999), 10)).isEmpty();
        assertThat(page(one)).hasStatusOk().bodyText().contains("Who has not ordered yet cannot be compared.");
    }

    @Test
    void amountsBelowNothingAreTakenForNothing() {
        UserId back = user("back", "001", "LOST", 2, -500, 300);
        UserId zero = user("zero", "001", "LOST", 2, 0, 300);

        assertThat(search.similarTo(back, 10)).extracting(SimilarUser::id).containsExactly(zero);
    }

    @Test
    void looksFiftyUpAndFiftyDown() {
        for (int i = 1; i <= 51; i++) {
            user("above" + i, "111", "MATURE", 10, 100_000 + i, 10);
        }
        assertThat(search.similarTo(ann, 500)).hasSize(50);
    }

    @Test
    void showsMaskedUsersAndTheDefinition() {
        UserId bob = user("bob", "111", "MATURE", 10, 200_000, 10);
        assertThat(page(ann))
                .hasStatusOk()
                .bodyText()
                .contains("/users/" + bob + "\"", "b**", "2,000.00", "The three count the same.")
                .doesNotContain("??", ">bob<");
    }

    private MvcTestResult page(UserId user) {
        return mvc.get()
                .uri("/users/" + user + "/similar")
                .header("Accept-Language", "en")
                .exchange();
    }

    private UserId user(
            String name, @Nullable String klass, String stage, int orders, long net, @Nullable Integer recency) {
        UserId user = facts.user(name, "2026-01-01");
        jdbc.sql("""
                        insert into profiles.profile (user_id, demo, orders, refunds, net_amount, window_orders, window_net, last_order_on,
                          r, f, m, class_code, group_code, stage, stage_since)
                        values (:user, false, :orders, 0, :net, 0, 0, date '2026-06-30' - cast(:recency as int), :score, :score, :score, :class,
                          case when cast(:score as smallint) is not null then 'LOYAL' end, :stage, date '2026-01-01')
                        """)
                .param("user", user.value())
                .param("orders", orders)
                .param("net", net)
                .param("recency", recency)
                .param("score", klass == null ? null : 3, Types.SMALLINT)
                .param("class", klass, Types.VARCHAR)
                .param("stage", stage)
                .update();
        return user;
    }
}
