package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.jobs.JobsInTests;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.EarningRule;
import io.wellspring.points.EarningRules;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsLedger;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A manager rehearses a rule, makes it, changes it, and sees what it gave and brought. */
@WellspringTest
@AsStaff(Role.MANAGER)
class RulePagesTests {

    @Autowired
    private JobsInTests jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private EarningRules rules;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void thereIsAPageBeforeAnyRule() {
        assertThat(get("/points/rules", "en")).hasStatusOk().bodyText().contains("No rules yet", "New earning rule");
        assertThat(get("/points/rules", "zh-CN")).hasStatusOk().bodyText().contains("暂无规则");
        assertThat(get("/points/rules/new", "zh-CN")).hasStatusOk().bodyText().contains("的数据试算");
        assertThat(get("/points/rules/7", "en")).hasStatus(404);
    }

    @Test
    void aRuleIsRehearsedMadeAndChanged() {
        UserId bob = new Facts(jdbc).user("bob", "2026-01-01");
        new Facts(jdbc).order(bob, clock.today().minusDays(3) + "T10:00", 123_450);
        assertThat(post("/points/rules/rehearsal", rule("Shopping", "1", "per", "10.00")))
                .hasStatusOk()
                .bodyText()
                .contains("123 points, worth ¥1.23", "to 1 user<", "1 order or activity looked at");
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00"))).hasRedirectedUrl("/points/rules/1");
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00")))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Shopping”");
        assertThat(post("/points/rules/1/versions", rule("", "2", "per", "10.00", "dayCap", "100", "seen", "1")))
                .hasRedirectedUrl("/points/rules/1");
        jobs.runPending();

        assertThat(get("/points/rules/1", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 for every full ¥10.00 of an order",
                        "at most 100 a day",
                        "A later version took all its days");
        assertThat(get("/points/rules", "zh-CN")).bodyText().contains("订单每满 ¥10.00 得 2 分", "今日生效");
        assertThat(get("/points", "en"))
                .bodyText()
                .contains("What each rule gave and brought", "¥1,234.50", "Shopping", "0.1%");
        String order = jdbc.sql("select order_no from activity.order_fact")
                .query(String.class)
                .single();
        assertThat(get("/users/" + bob + "/points", "en"))
                .bodyText()
                .contains("Shopping", "Order " + order)
                .doesNotContain("rule:1:");
        assertThat(get("/points/ledger", "zh-CN")).bodyText().contains("Shopping", "订单 " + order);
    }

    @Test
    void aRehearsalTellsHowManyOfWhatItLooksAtBringPoints() {
        Facts facts = new Facts(jdbc);
        facts.order(facts.user("bob", "2026-01-01"), clock.today().minusDays(3) + "T10:00", 123_450);
        facts.order(facts.user("ann", "2026-01-01"), clock.today().minusDays(3) + "T10:00", 999);
        assertThat(post("/points/rules/rehearsal", rule("Shopping", "1", "per", "10.00")))
                .bodyText()
                .contains("to 1 user<", "2 orders or activities looked at, 1 of which brings points");
    }

    @Test
    void theTrailSaysWhatARuleSaysAsTheFormDoes() {
        post(
                "/points/rules",
                rule("Shopping", "1", "per", "10.00", "dayCap", "7", "expiry", "DAYS", "expiryNumber", "30"));
        post("/points/rules", rule("Check-in", "5", "on", "ACTIVITY", "activity", "check-in"));
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
        assertThat(post(
                        "/points/rules",
                        rule("Check-in", "5", "on", "ACTIVITY", "activity", "check-in", "birthdayPercent", "200")))
                .hasStatus3xxRedirection();
        assertThat(get("/points/rules", "en")).bodyText().contains("5 for each “check-in”", "birthday 200%");
    }

    @Test
    void anotherRuleBeginsAsOneThereIs() {
        post("/points/rules", rule("Shopping", "7", "per", "12.50", "dayCap", "300"));
        assertThat(get("/points/rules/1", "en")).bodyText().contains("/points/rules/new?like=1");

        assertThat(get("/points/rules/new?like=1", "en"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "New earning rule",
                        "value=\"7\"",
                        "value=\"12.5\"",
                        "value=\"300\"",
                        "value=\"" + clock.today() + "\"")
                .doesNotContain("Shopping");
        assertThat(get("/points/rules/new?like=2", "en")).hasStatus(404);
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
        assertThat(get("/points/rules/new", "en"))
                .bodyText()
                .contains("<option value=\"login\">login: 1 user<", "There are:");
    }

    /** The figures end long ago: so does the rehearsal, and not the months of the ledger. */
    @Test
    void rehearsesTheDaysOfTheFiguresAndAddsUpThoseOfTheLedger() {
        UserId bob = new Facts(jdbc).user("bob", "2011-01-01");
        new Facts(jdbc).order(bob, "2011-12-01T10:00", 123_450);
        metrics.refreshAll(LocalDate.parse("2011-12-09"), 365);
        ledger.earn(new Earning(
                bob,
                new Points(77),
                new BusinessKey("e1"),
                LocalDate.parse("2011-12-02"),
                LocalDate.parse("2011-12-02"),
                new ExpiryPolicy.Never(),
                new Cause("test", "")));
        assertThat(get("/points/rules/new", "en")).bodyText().contains("Rehearse on 2011-11-10 – 2011-12-09");
        assertThat(post("/points/rules/rehearsal", rule("Shopping", "1", "per", "10.00")))
                .hasStatusOk()
                .bodyText()
                .contains("123 points, worth ¥1.23", "2011-11-10 through 2011-12-09");
        LocalDate today = clock.today();
        LocalDate first = today.minusMonths(11).withDayOfMonth(1);
        assertThat(get("/points", "en"))
                .as("the ledger is written as time goes by, whatever day the figures are about")
                .bodyText()
                .contains("as of " + today, first + " – " + today, YearMonth.from(today) + "</td>")
                .doesNotContain("2011-12</td>");
    }

    @Test
    void aRehearsalSaysWhichPointsWouldBeOverAlready() {
        LocalDate good = clock.today().minusDays(30);
        assertThat(post("/points/rules/rehearsal", expiring(good.plusDays(1), 0)))
                .bodyText()
                .doesNotContain("are over already");
        assertThat(post("/points/rules/rehearsal", expiring(good, 0)))
                .bodyText()
                .doesNotContain("are over already");
        assertThat(post("/points/rules/rehearsal", expiring(good.minusDays(1), 0)))
                .bodyText()
                .contains("before " + good + " are over already");
        assertThat(post("/points/rules/rehearsal", expiring(good.minusDays(1), 1)))
                .as("what comes a day later is good a day longer")
                .bodyText()
                .doesNotContain("are over already");
    }

    private String[] expiring(LocalDate from, int availableAfter) {
        return rule(
                "Shopping",
                "1",
                "per",
                "10.00",
                "expiry",
                "DAYS",
                "expiryNumber",
                "30",
                "availableAfter",
                "" + availableAfter,
                "validFrom",
                from.toString());
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        assertThat(post("/points/rules", rule("A", "0", "per", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 1 to 1,000,000.");
        assertThat(post("/points/rules", rule(" ", "1", "per", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 1 to 60 characters.");
        assertThat(post("/points/rules", rule("A", "1", "per", "1.001"))).hasStatus(422);
        assertThat(post("/points/rules", rule("A", "1", "per", "1,5"))).hasStatus(422);
        assertThat(post("/points/rules", rule("A", "1,5", "per", "1"))).hasStatus(422);
        assertThat(post("/points/rules", rule("A", "1", "per", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter an amount above 0.");
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "validUntil", "2001-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("does not go with the others");
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "expiry", "DAYS")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from 0 to 36,500.");
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "expiry", "ON_DAY")))
                .hasStatus(422)
                .bodyText()
                .contains("Give the last day on which the points are good.");
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "validFrom", "soon")))
                .hasStatus(422)
                .bodyText()
                .contains("Give a day that is in the calendar.")
                .doesNotContain("“validFrom”");
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "birthdayPercent", "x")))
                .hasStatus(422);
    }

    /** 2147483747 is 100 where numbers go round. */
    @ParameterizedTest
    @CsvSource({"birthdayPercent", "availableAfter", "expiryNumber"})
    void aNumberTooLargeIsRefusedAndNotGoneRound(String field) {
        assertThat(post("/points/rules", rule("A", "1", "per", "1", "expiry", "DAYS", field, "2147483747")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter a whole number from");
        assertThat(get("/points/rules", "en")).bodyText().contains("No rules yet");
    }

    /** Version 1 gave one point since nine days ago; the next one begins tomorrow, unless somebody means it otherwise. */
    @Test
    void aVersionThatBeginsInThePastIsAskedAbout() {
        LocalDate today = clock.today();
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00"))).hasRedirectedUrl("/points/rules/1");
        assertThat(get("/points/rules/1", "en"))
                .bodyText()
                .contains("name=\"validFrom\" type=\"date\"")
                .containsPattern("name=\"validFrom\"[^>]*value=\"" + today.plusDays(1) + "\"");

        LocalDate past = today.minusDays(1);
        String[] five = rule("", "5", "per", "10.00", "seen", "1", "validFrom", past.toString(), "past", "");
        assertThat(post("/points/rules/1/versions", five))
                .hasStatus(422)
                .bodyText()
                .contains(past + " is over: this version would take all days", "name=\"past\" value=\"" + past + "\"");
        assertThat(get("/points/rules/1", "zh-CN")).bodyText().contains("name=\"seen\" value=\"1\"");
        assertThat(post(
                        "/points/rules/1/versions",
                        rule("", "5", "per", "10.00", "seen", "1", "validFrom", today.toString(), "past", "")))
                .as("today is not over")
                .hasRedirectedUrl("/points/rules/1");
        assertThat(post(
                        "/points/rules/1/versions",
                        rule("", "6", "per", "10.00", "seen", "2", "validFrom", past.toString(), "past", "" + past)))
                .hasRedirectedUrl("/points/rules/1");
    }

    @Test
    void aRuleIsStoppedFromTomorrowOn() {
        LocalDate today = clock.today();
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00"))).hasRedirectedUrl("/points/rules/1");
        assertThat(post(
                        "/points/rules/1/versions",
                        rule("", "5", "per", "10.00", "seen", "1", "validFrom", "" + today.plusDays(5))))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(get("/points/rules/1", "en")).bodyText().contains("Stop from tomorrow");
        assertThat(post("/points/rules/1/end", "seen", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("so nothing was done", "action=\"/points/rules/1/end\"", "name=\"seen\" value=\"2\"");
        assertThat(post("/points/rules/1/end", "seen", "2")).hasRedirectedUrl("/points/rules/1");

        backAtTheKeyboard();
        EarningRule rule = rules.rule(1);
        assertThat(rule.latest().terms().basis().points()).as("as it was today").isOne();
        assertThat(rule.givesOn(today.minusDays(1))).isTrue();
        assertThat(rule.givesOn(today)).isTrue();
        assertThat(rule.givesOn(today.plusDays(1))).isFalse();
        assertThat(rule.givesOn(today.plusDays(5))).isFalse();
        assertThat(get("/points/rules/1", "en")).bodyText().doesNotContain("Stop from tomorrow");
        assertThat(post("/points/rules/1/end", "seen", "3"))
                .hasStatus(409)
                .bodyText()
                .contains("gives nothing after today", "action=\"/points/rules/1/versions\"");
        assertThat(get("/points/rules/1", "zh-CN")).hasStatusOk().bodyText().contains("重命名");
        assertThat(get("/points/rules", "en"))
                .as("since it began, until it stops")
                .bodyText()
                .containsPattern(today.minusDays(9) + "</span> – <span[^>]*>" + today + "</span>");
    }

    @Test
    void aRuleThatIsYetToBeginNeverDoes() {
        LocalDate begins = clock.today().plusDays(5);
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00", "validFrom", "" + begins)))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(post(
                        "/points/rules/1/versions",
                        rule("", "5", "per", "10.00", "seen", "1", "validFrom", "" + begins.plusDays(5))))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(get("/points/rules/1", "en"))
                .bodyText()
                .contains("Never let it begin", "before it begins on " + begins)
                .doesNotContain("Stop from tomorrow");
        assertThat(get("/points/rules", "en"))
                .bodyText()
                .contains("1 for every full", "version 2 from " + begins.plusDays(5));
        assertThat(post("/points/rules/1/end", "seen", "1")).hasStatus(409);
        assertThat(post("/points/rules/1/end", "seen", "2")).hasRedirectedUrl("/points/rules/1");

        backAtTheKeyboard();
        EarningRule rule = rules.rule(1);
        assertThat(rule.givesOn(begins)).isFalse();
        assertThat(rule.givesOn(begins.plusDays(5))).isFalse();
        assertThat(rule.firstDay()).isEmpty();
        assertThat(get("/points/rules/1", "en"))
                .bodyText()
                .contains("Stopped before it began on " + begins)
                .doesNotContain("Never let it begin", "Stop from tomorrow");
        assertThat(get("/points/rules", "zh-CN")).bodyText().contains("从不");

        assertThat(post(
                        "/points/rules/1/versions",
                        rule("", "1", "per", "10.00", "seen", "3", "validFrom", "" + begins)))
                .as("it may begin after all, as it was to")
                .hasRedirectedUrl("/points/rules/1");
        backAtTheKeyboard();
        assertThat(rules.rule(1).givesOn(begins.plusDays(5))).isTrue();
    }

    @Test
    void aRuleIsRenamedAndItsNameIsOneHoweverCapitalised() {
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00"))).hasRedirectedUrl("/points/rules/1");
        assertThat(post("/points/rules", rule("SHOPPING", "1", "per", "10.00")))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Shopping”");
        assertThat(post("/points/rules", rule("Visits", "1", "per", "10.00"))).hasStatus3xxRedirection();
        assertThat(post("/points/rules/1/name", "seenName", "Shopping", "name", "visits"))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Visits”", "value=\"visits\"");
        assertThat(post("/points/rules/1/name", "seenName", "Shopping", "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 1 to 60 characters.");
        assertThat(post("/points/rules/1/name", "seenName", "Something", "name", "Buying"))
                .hasStatus(409)
                .bodyText()
                .contains("was changed since you opened it", "value=\"Buying\"")
                .containsPattern(ChangedMeanwhile.row("Name", "Shopping", "Buying"))
                .contains("name=\"seenName\" value=\"Shopping\"", "action=\"/points/rules/1/name\"");
        assertThat(post("/points/rules/1/name", "seenName", "Something", "name", " "))
                .as("who was not told of the other name yet will be")
                .hasStatus(422)
                .bodyText()
                .contains("name=\"seenName\" value=\"Something\"");
        assertThat(post("/points/rules/1/name", "seenName", "Shopping", "name", "shopping"))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(get("/points/rules", "en")).bodyText().contains(">shopping</a>");
    }

    @Test
    void nobodyMakesAVersionOverOneThatWasNotSeen() {
        assertThat(post("/points/rules", rule("Shopping", "1", "per", "10.00"))).hasRedirectedUrl("/points/rules/1");
        assertThat(get("/points/rules/1", "en")).bodyText().contains("name=\"seen\" value=\"1\"");
        assertThat(post("/points/rules/1/versions", rule("", "2", "per", "10.00", "seen", "1")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(post("/points/rules/1/versions", rule("", "5", "per", "10.00", "seen", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("was changed since you opened it", "name=\"seen\" value=\"2\"", "name=\"points\"");
        assertThat(post("/points/rules/1/versions", rule("", "5", "per", "10.00")))
                .hasStatus(409);
        assertThat(post("/points/rules/1/versions", rule("", "5", "per", "10.00", "seen", "2")))
                .hasRedirectedUrl("/points/rules/1");
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsReadOnly() {
        jdbc.sql("""
                        insert into points.adjustment_request (user_id, form_key, amount, reason, requested_by, requested_by_name, requested_at)
                        values (1, gen_random_uuid(), 5000, 'thanks', 999, 'Eve', now())
                        """).update();
        assertThat(get("/points/rules", "en"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/points/rules/new", "waits for your decision");
        jdbc.sql("""
                        insert into points.earning_rule (name, created_at) values ('Shopping', now());
                        insert into points.earning_version (rule_id, version, valid_from, points, per_amount, first_bonus, birthday_percent, available_after,
                          expiry_policy, saved_at, saved_by)
                        select rule_id, 1, '2026-01-01', 1, 100, 0, 100, 0, 'NEVER', now(), 'Eve' from points.earning_rule
                        """).update();
        assertThat(get("/points/rules/1", "en")).hasStatusOk().bodyText().doesNotContain("/points/rules/new");
        assertThat(post("/points/rules", rule("A", "1", "per", "1"))).hasStatus(403);
        assertThat(post("/points/rules/1/end", "seen", "1")).hasStatus(403);
        assertThat(post("/points/rules/1/name", "seenName", "A", "name", "B")).hasStatus(403);
    }

    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }

    private String[] rule(String name, String points, String... more) {
        String[] fields = {
            "name",
            name,
            "points",
            points,
            "expiry",
            "NEVER",
            "validFrom",
            clock.today().minusDays(9).toString(),
            "past",
            clock.today().minusDays(9).toString()
        };
        String[] all = new String[fields.length + more.length];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(fields, 0, all, more.length, fields.length);
        return distinct(all);
    }

    /** What is said first counts. */
    private static String[] distinct(String[] fields) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            kept.putIfAbsent(fields[i], fields[i + 1]);
        }
        return kept.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    private MvcTestResult get(String address, String language) {
        return mvc.get().uri(address).header("Accept-Language", language).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).header("Accept-Language", "en");
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
