package io.wellspring.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@WellspringTest
@AsStaff
class LifecyclePagesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    LifecycleStaging staging;

    @Autowired
    LifecycleThresholds thresholds;

    @Autowired
    ThresholdsRepository versions;

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
    void saysWhatWillBeHere() {
        assertThat(page("/lifecycle", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("No stages yet", "/welcome")
                .doesNotContain("??");
    }

    @Test
    void showsStagesFlowAndConversionInBothLanguages() {
        staged();
        for (Map.Entry<String, String> language :
                Map.of("en", "Slipping", "zh-CN", "预警").entrySet()) {
            assertThat(page("/lifecycle", language.getKey()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            language.getValue(),
                            "/users?stage=NEW",
                            "/users?orders-min=2",
                            "/users?stage=GROWING,MATURE",
                            "/users?stage-from=NEW.2026-05-31&amp;stage=SLIPPING",
                            "/users?stage-from=NONE.2026-05-31&amp;stage=PROSPECT",
                            "/users?stage-move=NEW.SLIPPING.2026-05-31.2026-06-30")
                    .doesNotContain("??");
        }
    }

    @Test
    void showsAnyTwoDays() {
        staged();
        assertThat(page("/lifecycle?from=2026-05-01&to=2026-05-31", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("/users?stage-on=NEW.2026-05-31", "The pyramid is kept for 2026-06-30 only")
                .doesNotContain("??");
        assertThat(page("/lifecycle?from=2027-01-01&to=2999-01-01", "en"))
                .as("days that make no sense are the usual ones")
                .bodyText()
                .contains("as of 2026-06-30; change since 2026-05-31");
        assertThat(page("/lifecycle?from=then", "en")).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({
        "stage=SLIPPING, ann",
        "'stage=NEW,PROSPECT', bob cid",
        "stage-on=NEW.2026-05-31, ann",
        "stage-on=NONE.2026-05-31, cid",
        "stage-from=PROSPECT.2026-05-31&stage=NEW, bob",
        "stage-move=NEW.SLIPPING.2026-05-31.2026-06-30, ann",
        "stage-move=NEW.SLIPPING.2026-06-20.2026-06-30, ''"
    })
    void everyBandLeadsToItsUsers(String filter, String names) {
        staged();
        String list = export(filter);
        for (String name : new String[] {"ann", "bob", "cid"}) {
            assertThat(list.contains("X-" + name)).as(name + " in " + filter).isEqualTo(names.contains(name));
        }
        assertThat(page("/users?" + filter, "en")).hasStatusOk().bodyText().doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "stage=GONE",
        "'stage=,'",
        "stage-on=NEW",
        "stage-on=NEW.yesterday",
        "stage-move=NEW.LOST.2026-01-01",
        "stage-move=NONE.NEW.2026-01-01.2026-02-01"
    })
    void refusesAFilterThatMeansNothing(String filter) {
        staged();
        assertThat(page("/users?" + filter, "en")).hasStatus4xxClientError();
    }

    @Test
    void tellsOneUsersLifeAndWhatIsExpected() {
        UserId ann = staged();
        assertThat(page("/users/" + ann + "/lifecycle", "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Slipping", "2026-06-20", "now", "Dormant on 2026-08-19", "Lost on 2026-11-17")
                .doesNotContain("??");
        assertThat(mvc.get()
                        .uri("/users/" + ann + "/lifecycle")
                        .header("HX-Request", "true")
                        .exchange())
                .bodyText()
                .doesNotContain("<html");
        assertThat(page("/users/" + ann, "en"))
                .bodyText()
                .contains("Slipping since 2026-06-20", "/users/" + ann + "/lifecycle");
        assertThat(page("/users/77/lifecycle", "en")).hasStatus(404);
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void operatorsLookOnly() {
        assertThat(page("/lifecycle", "en")).hasStatusOk();
        assertThat(page("/lifecycle/thresholds", "en")).hasStatus(403);
        assertThat(save("/lifecycle/thresholds", "10", "180").exchange()).hasStatus(403);
    }

    @Test
    @AsStaff(Role.MANAGER)
    void managersSaveTheNextVersionAndTheStagesAreMadeAnew() {
        assertThat(save("/lifecycle/thresholds", "10", "180").exchange()).hasRedirectedUrl("/lifecycle");

        ThresholdsVersion saved =
                versions.findFirstByOrderByVersionDesc().orElseThrow().toVersion();
        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.validFrom()).isEqualTo("2026-06-01");
        assertThat(saved.thresholds().newDays()).isEqualTo(10);
        assertThat(jdbc.sql("select argument from jobs.job_run where job = 'refresh'")
                        .query(String.class)
                        .list())
                .containsExactly("all");
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'lifecycle-thresholds.saved'")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(page("/lifecycle/thresholds", "zh-CN"))
                .hasStatusOk()
                .bodyText()
                .contains("v2")
                .doesNotContain("??");
    }

    @Test
    void aVersionMadeMeanwhileStandsBesideWhatWasTyped() {
        save("/lifecycle/thresholds", "30", "150").exchange();
        MvcTestResult refused = save("/lifecycle/thresholds", "20", "180")
                .header("Accept-Language", "en")
                .exchange();
        assertThat(refused)
                .hasStatus(409)
                .bodyText()
                .contains(
                        "Somebody else has saved version 2",
                        "Version 2 says 150",
                        "Version 2 says 30",
                        "value=\"20\"",
                        "name=\"seen\" value=\"2\"")
                .doesNotContain("??");
        assertThat(versions.findAllByOrderByVersionDesc()).hasSize(2);

        MultiValueMap<String, String> again = new LinkedMultiValueMap<>(fields("20", "150", "90"));
        again.set("seen", "2");
        assertThat(mvc.post()
                        .uri("/lifecycle/thresholds")
                        .with(csrf())
                        .params(again)
                        .exchange())
                .hasRedirectedUrl("/lifecycle");
        again.remove("seen");
        assertThat(mvc.post()
                        .uri("/lifecycle/thresholds")
                        .with(csrf())
                        .params(again)
                        .exchange())
                .hasStatus(409);
    }

    @Test
    void saysThatNewThresholdsAreBeingApplied() {
        staged();
        thresholds.save(Thresholds.usual(), LocalDate.parse("2026-06-01"), 1);
        assertThat(page("/lifecycle", "en")).bodyText().contains("are being applied");
    }

    @Test
    void saysThatTheRulerChanged() {
        staged();
        thresholds.save(Thresholds.usual(), LocalDate.parse("2026-06-01"), 1);
        staging.refreshAll(AS_OF);
        assertThat(page("/lifecycle", "en"))
                .bodyText()
                .contains("The thresholds changed in between")
                .doesNotContain("are being applied");
    }

    @Test
    void previewsWithoutSaving() {
        staged();
        assertThat(save("/lifecycle/thresholds/preview", "10", "180")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("With these thresholds", "all 3 users")
                .doesNotContain("??");
        assertThat(versions.findAllByOrderByVersionDesc()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 180", "3651, 180", "ten, 180", "10.5, 180", "91, 180", "10, 90"})
    void showsWhatIsWrongBesideTheField(String newDays, String lostDays) {
        assertThat(save("/lifecycle/thresholds", newDays, lostDays)
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("is-invalid", "value=\"" + newDays + "\"")
                .doesNotContain("??");
        assertThat(versions.findAllByOrderByVersionDesc()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9, 422", "10, 302", "3650, 302", "3651, 422"})
    void lostIsAfterDormantAndWithinTenYears(String lostDays, int status) {
        assertThat(mvc.post()
                        .uri("/lifecycle/thresholds")
                        .with(csrf())
                        .params(fields("5", lostDays, "9"))
                        .exchange())
                .hasStatus(status);
    }

    private MvcTestResult page(String uri, String language) {
        return mvc.get().uri(uri).header("Accept-Language", language).exchange();
    }

    private String export(String filter) {
        return new String(
                mvc.post()
                        .uri("/users/export?" + filter)
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private MockMvcTester.MockMvcRequestBuilder save(String uri, String newDays, String lostDays) {
        return mvc.post().uri(uri).with(csrf()).params(fields(newDays, lostDays, "90"));
    }

    private static MultiValueMap<String, String> fields(String newDays, String lostDays, String dormantDays) {
        return MultiValueMap.fromSingleValue(Map.of(
                "newDays", newDays,
                "returnedDays", "30",
                "slipFactor", "1.5",
                "dormantFactor", "3",
                "dormantDays", dormantDays,
                "lostDays", lostDays,
                "matureOrders", "4",
                "windowDays", "365",
                "validFrom", "2026-06-01",
                "seen", "1"));
    }

    /** Ann slips on 20 June, Bob is new, Cid registered in June. */
    private UserId staged() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-05-15");
        facts.user("cid", "2026-06-10");
        facts.order(ann, "2026-05-20", 100);
        facts.order(bob, "2026-06-15", 100);
        metrics.refreshAll(AS_OF, 365);
        staging.refreshAll(AS_OF);
        profiles.refreshAll();
        return ann;
    }
}
