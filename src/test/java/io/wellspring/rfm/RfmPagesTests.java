package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import io.wellspring.staff.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@AsStaff
class RfmPagesTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RfmScoring scoring;

    @Autowired
    RfmModels models;

    @Autowired
    ModelVersions versions;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @Test
    void saysWhatWillBeHere() {
        assertThat(mvc.get().uri("/rfm").header("Accept-Language", "en").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("No snapshot yet", "/welcome")
                .doesNotContain("??");
    }

    @Test
    void proposesTheDayOfTheLastOrderForDataThatEndedLongAgo() {
        facts.order(facts.user("ann", "2011-01-01"), "2011-12-09", 100);
        metrics.refreshAll(AS_OF, 365);

        assertThat(mvc.get().uri("/rfm").exchange()).hasStatusOk().bodyText().contains("value=\"2011-12-09\"");
    }

    @Test
    void showsASnapshotInBothLanguages() {
        scored();
        for (Map.Entry<String, String> language :
                Map.of("en", "Prime core", "zh-CN", "重要价值").entrySet()) {
            assertThat(mvc.get()
                            .uri("/rfm?map=FM")
                            .header("Accept-Language", language.getKey())
                            .exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains(language.getValue(), "/users?class=111", "/users?group=", "/users?f=", "from=")
                    .doesNotContain("??");
        }
    }

    @Test
    void leadsToUsersOnlyFromTheSnapshotTheyStandBy() {
        scored();
        assertThat(mvc.get().uri("/rfm?day=2026-05-31").exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/users?class=");
    }

    @Test
    void saysThatTheRulerChanged() {
        scored();
        ModelDraft.Measure median = new ModelDraft.Measure(Optional.empty(), ThresholdMethod.MEDIAN, Optional.empty());
        models.save(new ModelDraft(
                "Medians",
                365,
                Map.of(Dimension.RECENCY, median, Dimension.FREQUENCY, median, Dimension.MONETARY, median),
                Map.of()));
        scoring.run(AS_OF);

        assertThat(mvc.get().uri("/rfm").header("Accept-Language", "en").exchange())
                .bodyText()
                .contains("The ruler changed");
    }

    @Test
    void refusesASnapshotThatIsNotThere() {
        assertThat(mvc.get().uri("/rfm?snapshot=77").exchange()).hasStatus(404);
    }

    @Test
    void givesTheClassTableAsCsv() {
        scored();
        long id = scoring.run(AS_OF).orElseThrow().id();

        assertThat(mvc.get()
                        .uri("/rfm/classes.csv?snapshot=" + id)
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .startsWith("\ufeffClass,Code,Users")
                .contains("Prime core,R↑ F↑ M↑,");
    }

    @Test
    void asksForARunInTheBackground() {
        assertThat(mvc.post()
                        .uri("/rfm/runs")
                        .with(csrf())
                        .param("asOf", "2011-12-09")
                        .exchange())
                .hasRedirectedUrl("/rfm?day=2011-12-09");
        assertThat(jdbc.sql("select argument from jobs.job_run where job = 'rfm.run'")
                        .query(String.class)
                        .list())
                .containsExactly("2011-12-09");
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'rfm.run-requested'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesADayThatHasNotCome() {
        assertThat(mvc.post()
                        .uri("/rfm/runs")
                        .with(csrf())
                        .header("Referer", "http://localhost/rfm")
                        .param("asOf", "2999-01-01")
                        .exchange())
                .hasRedirectedUrl("/rfm");
        assertThat(jdbc.sql("select count(*) from jobs.job_run")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @AsStaff(Role.OPERATOR)
    void letsOperatorsLookOnly() {
        assertThat(mvc.get().uri("/rfm").exchange()).hasStatusOk();
        assertThat(mvc.get().uri("/rfm/models").exchange()).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/rfm/runs")
                        .with(csrf())
                        .param("asOf", "2011-12-09")
                        .exchange())
                .hasStatus(403);
    }

    @Test
    void savesTheNextVersionAndTakesASnapshotWithIt() {
        scored();
        assertThat(post("/rfm/models", "HAND", "10", "20").exchange()).hasRedirectedUrl("/rfm");

        ModelVersion saved = versions.newest().orElseThrow().toVersion();
        assertThat(saved.name()).isEqualTo("Ours");
        assertThat(saved.origin()).isEqualTo(ModelOrigin.MANUAL);
        assertThat(saved.windowDays()).isEqualTo(180);
        assertThat(saved.cutPoints(Dimension.MONETARY).bounds()).isEqualTo(Map.of(2, 1000L, 5, 2000L));
        assertThat(saved.names()).isEqualTo(Map.of("111", "Stars"));
        assertThat(jdbc.sql("select argument from jobs.job_run where job = 'rfm.run'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-06-30 " + saved.version());
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'rfm-model.saved'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(mvc.get().uri("/rfm").exchange()).bodyText().contains("Stars");
    }

    @Test
    void showsWhatIsWrongBesideTheField() {
        scored();
        assertThat(post("/rfm/models", "HAND", "20", "10")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("each better score needs a strictly better bound")
                .contains("value=\"20\"");
        assertThat(post("/rfm/models", "HAND", "1,23", "2000").exchange())
                .as("it may be one number or two")
                .hasStatus(422);
        assertThat(post("/rfm/models", "HAND", "ten", "20")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Write a number.");
        assertThat(versions.all()).hasSize(1);
    }

    @Test
    void aDimensionMadeByHandNeedsABound() {
        scored();
        assertThat(post("/rfm/models", "HAND", "", "")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Write at least one bound");
        assertThat(post("/rfm/models/preview", "HAND", "", "").exchange()).hasStatus(422);
        assertThat(versions.all()).hasSize(1);
    }

    @Test
    void refusesAChoiceThatIsNotOffered() {
        scored();
        assertThat(method("MODE", "").exchange()).hasStatus(422).bodyText().contains("Choose one of the list.");
        assertThat(post("/rfm/models", "BY_EAR", "", "").exchange()).hasStatus(422);
        assertThat(versions.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.99, 422", "1, 302", "99, 302", "99.01, 422"})
    void topPercentIsBetween1And99(String share, int status) {
        scored();
        assertThat(method("TOP_PERCENT", share).exchange()).hasStatus(status);
    }

    @Test
    void previewsWithoutSaving() {
        scored();
        assertThat(post("/rfm/models/preview", "QUANTILES", "", "")
                        .header("Accept-Language", "en")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("With these settings")
                .doesNotContain("??");
        assertThat(versions.all()).hasSize(1);
    }

    private MockMvcTester.MockMvcRequestBuilder method(String method, String parameter) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri("/rfm/models")
                .with(csrf())
                .header("Accept-Language", "en")
                .param("name", "Ours")
                .param("windowDays", "180");
        for (Dimension dimension : Dimension.ALL) {
            request = request.param(dimension.letter() + ".method", method)
                    .param(dimension.letter() + ".parameter", parameter)
                    .param(dimension.letter() + ".cuts", "QUANTILES");
        }
        return request;
    }

    private MockMvcTester.MockMvcRequestBuilder post(String uri, String cuts, String m2, String m5) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri(uri)
                .with(csrf())
                .param("name", "Ours")
                .param("windowDays", "180")
                .param("name.111", "Stars");
        for (Dimension dimension : Dimension.ALL) {
            request = request.param(dimension.letter() + ".method", "MEAN")
                    .param(dimension.letter() + ".cuts", dimension == Dimension.MONETARY ? cuts : "QUANTILES");
        }
        return request.param("m.2", m2).param("m.5", m5);
    }

    private void scored() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-05-20", 3000);
        facts.order(bob, "2026-04-01", 1000);
        scoring.run(LocalDate.parse("2026-05-31"));
        facts.order(ann, "2026-06-29", 3000);
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
    }
}
