package io.wellspring.points.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.ChangedMeanwhile;
import io.wellspring.WellspringTest;
import io.wellspring.points.EarningRule;
import io.wellspring.points.EarningRules;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A manager gives a rule further versions and another name, and stops it; nobody does so over what was not seen. */
@WellspringTest
@AsStaff(Role.MANAGER)
class ChangingRulesTests {

    @Autowired
    private BusinessClock clock;

    @Autowired
    private EarningRules rules;

    @Autowired
    private MockMvcTester mvc;

    private Pages pages;
    private RuleFields fields;

    @BeforeEach
    void pages() {
        pages = new Pages(mvc);
        fields = new RuleFields(clock);
    }

    /** Version 1 gave one point since nine days ago; the next one begins tomorrow, unless somebody means it otherwise. */
    @Test
    void aVersionThatBeginsInThePastIsAskedAbout() {
        LocalDate today = clock.today();
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.get("/points/rules/1", "en"))
                .bodyText()
                .contains("name=\"validFrom\" type=\"date\"")
                .containsPattern("name=\"validFrom\"[^>]*value=\"" + today.plusDays(1) + "\"");

        LocalDate past = today.minusDays(1);
        String[] five = fields.of("", "5", "per", "10.00", "seen", "1", "validFrom", past.toString(), "past", "");
        assertThat(pages.post("/points/rules/1/versions", five))
                .hasStatus(422)
                .bodyText()
                .contains(past + " is over: this version would take all days", "name=\"past\" value=\"" + past + "\"");
        assertThat(pages.get("/points/rules/1", "zh-CN")).bodyText().contains("name=\"seen\" value=\"1\"");
        assertThat(pages.post(
                        "/points/rules/1/versions",
                        fields.of("", "5", "per", "10.00", "seen", "1", "validFrom", today.toString(), "past", "")))
                .as("today is not over")
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post(
                        "/points/rules/1/versions",
                        fields.of(
                                "", "6", "per", "10.00", "seen", "2", "validFrom", past.toString(), "past", "" + past)))
                .hasRedirectedUrl("/points/rules/1");
    }

    @Test
    void aRuleIsStoppedFromTomorrowOn() {
        LocalDate today = clock.today();
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post(
                        "/points/rules/1/versions",
                        fields.of("", "5", "per", "10.00", "seen", "1", "validFrom", "" + today.plusDays(5))))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.get("/points/rules/1", "en")).bodyText().contains("Stop from tomorrow");
        assertThat(pages.post("/points/rules/1/end", "seen", "1"))
                .hasStatus(409)
                .bodyText()
                .contains("so nothing was done", "action=\"/points/rules/1/end\"", "name=\"seen\" value=\"2\"");
        assertThat(pages.post("/points/rules/1/end", "seen", "2")).hasRedirectedUrl("/points/rules/1");

        backAtTheKeyboard();
        EarningRule rule = rules.rule(1);
        assertThat(rule.latest().terms().basis().points()).as("as it was today").isOne();
        assertThat(rule.givesOn(today.minusDays(1))).isTrue();
        assertThat(rule.givesOn(today)).isTrue();
        assertThat(rule.givesOn(today.plusDays(1))).isFalse();
        assertThat(rule.givesOn(today.plusDays(5))).isFalse();
        assertThat(pages.get("/points/rules/1", "en")).bodyText().doesNotContain("Stop from tomorrow");
        assertThat(pages.post("/points/rules/1/end", "seen", "3"))
                .hasStatus(409)
                .bodyText()
                .contains("gives nothing after today", "action=\"/points/rules/1/versions\"");
        assertThat(pages.get("/points/rules/1", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("重命名");
        assertThat(pages.get("/points/rules", "en"))
                .as("since it began, until it stops")
                .bodyText()
                .containsPattern(today.minusDays(9) + "</span> – <span[^>]*>" + today + "</span>");
    }

    @Test
    void aRuleThatIsYetToBeginNeverDoes() {
        LocalDate begins = clock.today().plusDays(5);
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00", "validFrom", "" + begins)))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post(
                        "/points/rules/1/versions",
                        fields.of("", "5", "per", "10.00", "seen", "1", "validFrom", "" + begins.plusDays(5))))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.get("/points/rules/1", "en"))
                .bodyText()
                .contains("Never let it begin", "before it begins on " + begins)
                .doesNotContain("Stop from tomorrow");
        assertThat(pages.get("/points/rules", "en"))
                .bodyText()
                .contains("1 for every full", "version 2 from " + begins.plusDays(5));
        assertThat(pages.post("/points/rules/1/end", "seen", "1")).hasStatus(409);
        assertThat(pages.post("/points/rules/1/end", "seen", "2")).hasRedirectedUrl("/points/rules/1");

        backAtTheKeyboard();
        EarningRule rule = rules.rule(1);
        assertThat(rule.givesOn(begins)).isFalse();
        assertThat(rule.givesOn(begins.plusDays(5))).isFalse();
        assertThat(rule.firstDay()).isEmpty();
        assertThat(pages.get("/points/rules/1", "en"))
                .bodyText()
                .contains("Stopped before it began on " + begins)
                .doesNotContain("Never let it begin", "Stop from tomorrow");
        assertThat(pages.get("/points/rules", "zh-CN")).bodyText().contains("从不");

        assertThat(pages.post(
                        "/points/rules/1/versions",
                        fields.of("", "1", "per", "10.00", "seen", "3", "validFrom", "" + begins)))
                .as("it may begin after all, as it was to")
                .hasRedirectedUrl("/points/rules/1");
        backAtTheKeyboard();
        assertThat(rules.rule(1).givesOn(begins.plusDays(5))).isTrue();
    }

    @Test
    void aRuleIsRenamedAndItsNameIsOneHoweverCapitalised() {
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post("/points/rules", fields.of("SHOPPING", "1", "per", "10.00")))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Shopping”");
        assertThat(pages.post("/points/rules", fields.of("Visits", "1", "per", "10.00")))
                .hasStatus3xxRedirection();
        assertThat(pages.post("/points/rules/1/name", "seenName", "Shopping", "name", "visits"))
                .hasStatus(422)
                .bodyText()
                .contains("Another rule is called “Visits”", "value=\"visits\"");
        assertThat(pages.post("/points/rules/1/name", "seenName", "Shopping", "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Enter 1 to 60 characters.");
        assertThat(pages.post("/points/rules/1/name", "seenName", "Something", "name", "Buying"))
                .hasStatus(409)
                .bodyText()
                .contains("was changed since you opened it", "value=\"Buying\"")
                .containsPattern(ChangedMeanwhile.row("Name", "Shopping", "Buying"))
                .contains("name=\"seenName\" value=\"Shopping\"", "action=\"/points/rules/1/name\"");
        assertThat(pages.post("/points/rules/1/name", "seenName", "Something", "name", " "))
                .as("who was not told of the other name yet will be")
                .hasStatus(422)
                .bodyText()
                .contains("name=\"seenName\" value=\"Something\"");
        assertThat(pages.post("/points/rules/1/name", "seenName", "Shopping", "name", "shopping"))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.get("/points/rules", "en")).bodyText().contains(">shopping</a>");
    }

    @Test
    void nobodyMakesAVersionOverOneThatWasNotSeen() {
        assertThat(pages.post("/points/rules", fields.of("Shopping", "1", "per", "10.00")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.get("/points/rules/1", "en")).bodyText().contains("name=\"seen\" value=\"1\"");
        assertThat(pages.post("/points/rules/1/versions", fields.of("", "2", "per", "10.00", "seen", "1")))
                .hasRedirectedUrl("/points/rules/1");
        assertThat(pages.post("/points/rules/1/versions", fields.of("", "5", "per", "10.00", "seen", "1")))
                .hasStatus(409)
                .bodyText()
                .contains("was changed since you opened it", "name=\"seen\" value=\"2\"", "name=\"points\"");
        assertThat(pages.post("/points/rules/1/versions", fields.of("", "5", "per", "10.00")))
                .hasStatus(409);
        assertThat(pages.post("/points/rules/1/versions", fields.of("", "5", "per", "10.00", "seen", "2")))
                .hasRedirectedUrl("/points/rules/1");
    }

    private static void backAtTheKeyboard() {
        SecurityContextHolder.setContext(TestSecurityContextHolder.getContext());
    }
}
