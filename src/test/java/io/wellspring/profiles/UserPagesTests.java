package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@AsStaff(Role.OPERATOR)
class UserPagesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    RfmScoring scoring;

    @Autowired
    ProfileRefresh profiles;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void saysWhoWillBeHere() {
        assertThat(mvc.get().uri("/users").header("Accept-Language", "en").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("No users yet")
                .doesNotContain("??");
    }

    @Test
    @AsStaff
    void listsUsersInBothLanguages() {
        everything();
        for (String language : new String[] {"en", "zh-CN"}) {
            assertThat(mvc.get()
                            .uri("/users?scored=yes&r=5&orders-min=1&sort=orders&dir=asc")
                            .header("Accept-Language", language)
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("X-ann", "a**")
                    .doesNotContain("X-bob", "??");
        }
    }

    @Test
    @AsStaff
    void findsAPersonByNumber() {
        everything();
        assertThat(mvc.get().uri("/users?q=X-bob").exchange())
                .hasStatusOk()
                .bodyText()
                .contains(">X-bob<")
                .doesNotContain("X-ann");
    }

    @Test
    void refusesAFilterItCannotRead() {
        assertThat(mvc.get().uri("/users?class=999").exchange()).hasStatus(422);
        assertThat(mvc.get().uri("/users?sort=orders&after=many_1").exchange()).hasStatus(422);
        assertThat(mvc.get().uri("/users").param("q", "\0").exchange()).hasStatus(400);
    }

    @Test
    @AsStaff
    void exportsEveryoneWithContactForManagersAndRecordsIt() {
        everything();
        jdbc.sql("update users.users set name = '=evil()' where external_id = 'X-ann'")
                .update();

        assertThat(export("scored", "yes"))
                .bodyText()
                .startsWith("\ufeffExternal id,Name,Phone,E-mail,")
                .contains("X-ann,'=evil(),")
                .doesNotContain("X-bob");
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'users.exported'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void exportsNoContactForOperators() {
        facts.user("ann", "2026-01-01");
        jdbc.sql("insert into profiles.profile (user_id, demo, orders, refunds, net_amount, window_orders, window_net)"
                        + " select user_id, false, 0, 0, 0, 0, 0 from users.users")
                .update();

        assertThat(export("q", "X-ann"))
                .bodyText()
                .startsWith("\ufeffExternal id,Class,Group,R,F,M,Stage,Channel,Registered,Last order,Orders,Net amount")
                .contains("X-ann,,")
                .doesNotContain("ann,ann");
        assertThat(export("class", "111")).bodyText().hasLineCount(1);
    }

    @Test
    @AsStaff
    void showsOneUserInBothLanguages() {
        UserId ann = everything();
        for (String language : new String[] {"en", "zh-CN"}) {
            assertThat(mvc.get()
                            .uri("/users/" + ann)
                            .header("Accept-Language", language)
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("a**", "X-ann", "/users/" + ann + "/orders", "/users/" + ann + "/reveal", "30.00")
                    .doesNotContain("??");
        }
    }

    @Test
    void showsAUserNoRefreshHasSeen() {
        UserId ann = facts.user("ann", "2026-01-01");
        assertThat(mvc.get()
                        .uri("/users/" + ann)
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Figures come with the next refresh.")
                .doesNotContain("/reveal");
    }

    @Test
    void refusesAUserThatIsNotThere() {
        assertThat(mvc.get().uri("/users/77").exchange()).hasStatus(404);
        assertThat(mvc.get().uri("/users/0").exchange()).hasStatus(404);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult export(String field, String value) {
        return mvc.post()
                .uri("/users/export")
                .with(csrf())
                .header("Accept-Language", "en")
                .param(field, value)
                .exchange();
    }

    private UserId everything() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-05-20", 1000);
        scoring.run(LocalDate.parse("2026-05-31"));
        facts.order(ann, "2026-06-29", 2000);
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
        profiles.refreshAll();
        return ann;
    }
}
