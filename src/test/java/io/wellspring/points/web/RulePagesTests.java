package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A manager rehearses a rule, makes it, changes it, and sees what it gave and brought. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RulePagesTests {

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Pages pages;
    private RuleFields fields;

    @BeforeEach
    void pages() {
        pages = new Pages(mvc);
        fields = new RuleFields(clock);
    }

    @Test
    void thereIsAPageBeforeAnyRule() {
        assertThat(pages.get("/points/rules", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("No rules yet", "New earning rule");
        assertThat(pages.get("/points/rules", "zh-CN")).hasStatusOk().bodyText().contains("暂无规则");
        assertThat(pages.get("/points/rules/new", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("的数据试算");
        assertThat(pages.get("/points/rules/7", "en")).hasStatus(404);
    }

    @Test
    void aRuleIsRehearsedMadeAndChanged() {
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        new Facts(jdbc).order(bob, clock.today().minusDays(3) + "T10:00", 123_450);
        assertThat(pages.post("/points/rules/rehearsal", fields.of("Shopping", "1", "per", "10.00")))
                .hasStatusOk()
                .bodyText()
                .contains("123 points, worth ¥1.23", "to 1 user<", "1 order or activity looked at");
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Shopping”");
        assertThat(pages.post(
                        "/points/rules/1/versions", fields.of("", "2", "per", "10.00", "dayCap", "100", "seen", "1")))
                .hasRedirectedUrl("/points/rules/1");
        jobs.runPending();

        assertThat(pages.get("/points/rules/1", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 for every full ¥10.00 of an order",
                        "at most 100 a day",
                        "A later version took all its days");
        assertThat(pages.get("/points/rules", "zh-CN")).bodyText().contains("订单每满 ¥10.00 得 2 分", "今日生效");
        assertThat(pages.get("/points", "en"))
                .bodyText()
                .contains("What each rule gave and brought", "¥1,234.50", "Shopping", "0.1%");
        String order = jdbc.sql("select order_no from activity.order_fact")
                .query(String.class)
                .single();
        assertThat(pages.get("/users/" + bob + "/points", "en"))
                .bodyText()
                .contains("Shopping", "Order " + order)
                .doesNotContain("rule:1:");
        assertThat(pages.get("/points/ledger", "zh-CN")).bodyText().contains("Shopping", "订单 " + order);
    }

    @Test
    void theTrailSaysWhatARuleSaysAsTheFormDoes() {
        pages.post(
                "/points/rules",
                fields.of("Shopping", "1", "per", "10.00", "dayCap", "7", "expiry", "DAYS", "expiryNumber", "30"));
        pages.post("/points/rules", fields.of("Check-in", "5", "on", "ACTIVITY", "activity", "check-in"));
        List<String> kept = jdbc.sql(
                        "select after::text from audit.entry where action = 'points.rule-saved' order by id")
                .query(String.class)
                .list();
        assertThat(kept.getFirst())
                .contains("\"per\": \"10.00 CNY\"", "\"day-cap\": 7", "\"good-for-days\": 30")
                .doesNotContain("[points", "Optional", "month-cap");
        assertThat(kept.getLast()).contains("\"activity\": \"check-in\"", "\"good-through\": \"for-good\"");
    }

    @Test
    void activityRulesNeedNoMoney() {
        assertThat(pages.post(
                        "/points/rules",
                        fields.of("Check-in", "5", "on", "ACTIVITY", "activity", "check-in", "birthdayPercent", "200")))
                .hasStatus3xxRedirection();
        assertThat(pages.get("/points/rules", "en")).bodyText().contains("5 for each “check-in”", "birthday 200%");
    }

    @Test
    void anotherRuleBeginsAsOneThereIs() {
        pages.post("/points/rules", fields.of("Shopping", "7", "per", "12.50", "dayCap", "300"));
        assertThat(pages.get("/points/rules/1", "en")).bodyText().contains("/points/rules/new?like=1");

        assertThat(pages.get("/points/rules/new?like=1", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "New earning rule",
                        "value=\"7\"",
                        "value=\"12.5\"",
                        "value=\"300\"",
                        "value=\"" + clock.today() + "\"")
                .doesNotContain("Shopping");
        assertThat(pages.get("/points/rules/new?like=2", "en")).hasStatus(404);
    }

    @Test
    void theFormOffersTheActivityThereIs() {
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        for (String type : List.of("login", "share")) {
            jdbc.sql(
                            "insert into metrics.behaviour_history (user_id, type, days, times) values (:user, :type, array[date '2026-01-02'], array[1])")
                    .param("user", bob.value())
                    .param("type", type)
                    .update();
        }
        assertThat(pages.get("/points/rules/new", "en"))
                .bodyText()
                .contains("<option value=\"login\">login: 1 user<", "There are:");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(pages.post("/points/rules", fields.of("A", "0", "per", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 1 to 1,000,000.");
        assertThat(pages.post("/points/rules", fields.of(" ", "1", "per", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 1 to 60 characters.");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1.001")))
                .hasStatus(422);
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1,5")))
                .hasStatus(422);
        assertThat(pages.post("/points/rules", fields.of("A", "1,5", "per", "1")))
                .hasStatus(422);
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an amount above 0.");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "validUntil", "2001-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("does not go with the others");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "expiry", "DAYS")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 0 to 36,500.");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "expiry", "ON_DAY")))
                .hasStatus(422)
                .bodyText()
                .contains("Give the last day on which the points are good.");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "validFrom", "soon")))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar.")
                .doesNotContain("“validFrom”");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "birthdayPercent", "x")))
                .hasStatus(422);
    }

    /** 2147483747 is 100 where numbers go round. */
    @ParameterizedTest
    @CsvSource({"birthdayPercent", "availableAfter", "expiryNumber"})
    void aNumberTooLargeIsRefusedAndNotGoneRound(String field) {
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1", "expiry", "DAYS", field, "2147483747")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from");
        assertThat(pages.get("/points/rules", "en")).bodyText().contains("No rules yet");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsReadOnly() {
        jdbc.sql("""
                        insert into points.adjustment_request (user_id, form_key, amount, reason, requested_by, requested_by_name, requested_at)
                        values (1, gen_random_uuid(), 5000, 'thanks', 999, 'Eve', now())
                        """).update();
        assertThat(pages.get("/points/rules", "en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/points/rules/new", "waits for your decision");
        jdbc.sql("""
                        insert into points.earning_rule (name, created_at) values ('Shopping', now());
                        insert into points.earning_version (rule_id, version, valid_from, points, per_amount, first_bonus, birthday_percent, available_after,
                          expiry_policy, saved_at, saved_by)
                        select rule_id, 1, '2026-01-01', 1, 100, 0, 100, 0, 'NEVER', now(), 'Eve' from points.earning_rule
                        """).update();
        assertThat(pages.get("/points/rules/1", "en")).hasStatusOk().bodyText().doesNotContain("/points/rules/new");
        assertThat(pages.post("/points/rules", fields.of("A", "1", "per", "1"))).hasStatus(403);
        assertThat(pages.post("/points/rules/1/end", "seen", "1")).hasStatus(403);
        assertThat(pages.post("/points/rules/1/name", "seenName", "A", "name", "B"))
                .hasStatus(403);
    }
}
