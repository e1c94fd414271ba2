package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The page of a user tells of tiers and growth value; a manager gives either by hand, for a reason. */
@WellspringTest
@AsStaff(Role.MANAGER)
class TierOfAUserPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private HistoryRefresh histories;

    @Autowired
    private TierProgram program;

    @Autowired
    private Tiering tiering;

    @Autowired
    private JdbcClient jdbc;

    private Pages pages;
    private Nights nights;
    private UserId ann;
    private UserId bob;

    @BeforeEach
    void people() {
        pages = new Pages(mvc);
        nights = new Nights(metrics, histories, program, tiering);
        Facts facts = new Facts(jdbc);
        ann = facts.user("ann", "2024-01-01");
        bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
    }

    @Test
    void theUsersPageShowsTermsAndGrowthValue() {
        evaluated();
        assertThat(pages.text("/users/" + ann + "/tier"))
                .contains("Tier 2", "First tier", "+1,000", "Assured until 2025-01-12");
        assertThat(mvc.get().uri("/users/" + ann + "/tier").header("HX-Request", "true"))
                .bodyText()
                .contains("Tier 2", "Give a tier")
                .doesNotContain("<html");
        assertThat(pages.text("/users/" + ann)).contains("/users/" + ann + "/tier");
        assertThat(pages.text("/users/" + ann + "/timeline?kind=tier")).contains("Tier Tier 2");
    }

    @Test
    void growthValueSaysOfWhichOrderItIs() {
        evaluated();
        String number = jdbc.sql("select order_no from activity.order_fact where user_id = :user")
                .param("user", ann.value())
                .query(String.class)
                .single();
        assertThat(pages.text("/users/" + ann + "/tier")).contains(">" + number + "<");
    }

    @Test
    void aManagerGivesATierWithAReasonAndAnEnd() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        assertThat(pages.text(gift)).contains("Tier 2", "Tier 3").doesNotContain(">Basic</option>");
        assertThat(pages.post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(pages.post(gift, "tier", "2", "lastDay", "2024-01-12", "reason", "regular guest"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day after 2024-01-12");
        assertThat(pages.post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", "regular guest"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(pages.text("/users/" + bob + "/tier")).contains("Given by hand", "regular guest", "2024-04-01");
    }

    @Test
    void aTierIsNotGivenForCenturies() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        assertThat(pages.post(gift, "tier", "2", "lastDay", "2200-01-02", "reason", "for ever"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a day up to 2200-01-01.");
        assertThat(pages.post(gift, "tier", "2", "lastDay", "2200-01-01", "reason", "for ever"))
                .hasStatus3xxRedirection();
    }

    @Test
    void everyTierGivenByHandStaysOnThePageOfTheUser() {
        evaluated();
        String gift = "/users/" + bob + "/tier/gift";
        pages.post(gift, "tier", "2", "lastDay", "2024-03-31", "reason", "regular guest");
        pages.post(gift, "tier", "3", "lastDay", "2024-04-30", "reason", "wrote to us");
        assertThat(pages.text("/users/" + bob + "/tier"))
                .contains("regular guest", "2024-03-31", "Replaced on 2024-01-12 by another tier given by hand")
                .contains("wrote to us", "2024-04-30", "Not ended");
        assertThat(pages.post("/users/" + bob + "/tier/gift/end", "reason", "mistaken"))
                .hasStatus3xxRedirection();
        assertThat(pages.text("/users/" + bob + "/tier")).contains("Taken back on 2024-01-12: mistaken");
        assertThat(mvc.get().uri("/users/" + bob + "/tier").header("Accept-Language", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("手动授予记录", "取代");
        assertThat(pages.text("/users/" + ann + "/tier")).doesNotContain("id=\"gifts\"");
    }

    @Test
    void aManagerAdjustsGrowthValueOnceForEachForm() {
        evaluated();
        String growth = "/users/" + bob + "/tier/growth";
        assertThat(pages.post(growth, "key", "77", "amount", "0", "reason", "a mistake"))
                .hasStatus(422);
        assertThat(pages.post(growth, "key", "77", "amount", "100", "reason", "a mistake"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(pages.post(growth, "key", "77", "amount", "2000", "reason", "a gift"))
                .hasStatus(409)
                .bodyText()
                .contains("This form was sent already", "value=\"2000\"", "a gift");
        assertThat(pages.post(growth, "key", "77", "amount", "100", "reason", "a mistake"))
                .hasRedirectedUrl("/users/" + bob + "/tier");
        assertThat(pages.text("/users/" + bob + "/tier")).contains("Growth value 1,000", "a mistake");
        Pages.backAtTheKeyboard();
        assertThat(tiering.drift(10)).isZero();
        tiering.evaluate(LocalDate.parse("2024-01-13"));
        assertThat(pages.text("/users/" + bob + "/tier")).contains("Moved up");
    }

    private void evaluated() {
        nights.begin(Programmes.usual(), LocalDate.parse("2024-01-12"));
    }
}
