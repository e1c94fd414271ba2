package io.wellspring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.metrics.PresetPeriod;
import io.wellspring.rfm.RfmScoring;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WellspringTest
@AsStaff
class OverviewTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    RfmScoring scoring;

    @Autowired
    JdbcClient jdbc;

    @Test
    void offersTheWayOnBeforeThereIsData() {
        assertThat(mvc.get().uri("/").header("Accept-Language", "en").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("/welcome", "Nothing flows yet")
                .doesNotContain("??");
    }

    @Test
    void comparesThePeriodWithTheOneBeforeAndPrintsItsDates() {
        data();
        assertThat(mvc.get().uri("/").header("Accept-Language", "en").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("2026-06-01 to 2026-06-30, against 2026-05-02 to 2026-05-31")
                .contains("▲ 100.0%")
                .contains("/users?registered-from=2026-06-01&amp;registered-to=2026-06-30", "/users?class=111")
                .doesNotContain("??");
    }

    @Test
    void showsEveryPresetInBothLanguages() {
        data();
        for (PresetPeriod preset : PresetPeriod.values()) {
            for (String language : new String[] {"en", "zh-CN"}) {
                assertThat(mvc.get()
                                .uri("/overview?period=" + preset)
                                .header("Accept-Language", language)
                                .exchange())
                        .hasStatusOk()
                        .bodyText()
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void takesOwnDates() {
        data();
        assertThat(mvc.get()
                        .uri("/overview?from=2026-06-29&to=2026-06-30")
                        .header("Accept-Language", "en")
                        .exchange())
                .bodyText()
                .contains("2026-06-29 to 2026-06-30, against 2026-06-27 to 2026-06-28");
        assertThat(mvc.get()
                        .uri("/overview?from=2026-06-30&to=2026-06-01")
                        .header("Accept-Language", "en")
                        .exchange())
                .bodyText()
                .contains("lies before the first");
    }

    private void data() {
        Facts facts = new Facts(jdbc);
        UserId ann = facts.user("ann", "2026-05-10");
        facts.user("bob", "2026-06-10");
        facts.order(ann, "2026-05-20", 1000);
        facts.order(ann, "2026-06-10", 1000);
        facts.order(ann, "2026-06-29", 1000);
        metrics.refreshAll(AS_OF, 365);
        scoring.run(AS_OF);
    }
}
