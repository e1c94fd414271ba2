package io.wellspring.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.staff.AsStaff;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The model users are scored with is made anew by itself, until a manager saves one. */
@WellspringTest
@AsStaff
class KeepingModelsTests {

    @Autowired
    private RfmScoring scoring;

    @Autowired
    private RfmReading reading;

    @Autowired
    private RfmModels models;

    @Autowired
    private MetricsRefresh metrics;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Buyers buyers;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        buyers = new Buyers(facts);
    }

    @Test
    void makesItsModelAnewOnlyWhenTheUsersOrTheDayAreFarOff() {
        for (int i = 0; i < 10; i++) {
            buyers.of("u" + i, 1, 100 + i);
        }
        assertThat(scoring.run(Buyers.AS_OF).orElseThrow().modelVersion()).isEqualTo(1);
        buyers.of("v1", 1, 100);
        buyers.of("v2", 1, 100);
        assertThat(scoring.run(Buyers.AS_OF).orElseThrow().modelVersion())
                .as("20 % more")
                .isEqualTo(1);
        buyers.of("v3", 1, 100);
        assertThat(scoring.run(Buyers.AS_OF).orElseThrow().modelVersion())
                .as("30 % more")
                .isEqualTo(2);
        assertThat(scoring.run(Buyers.AS_OF.plusDays(180)).orElseThrow().modelVersion())
                .isEqualTo(2);
        assertThat(scoring.run(Buyers.AS_OF.plusDays(181)).orElseThrow().modelVersion())
                .isEqualTo(3);
        assertThat(scoring.run(Buyers.AS_OF).orElseThrow().modelVersion())
                .as("the one that fits the day")
                .isEqualTo(2);
    }

    @Test
    void keepsAManagersModelWhateverComes() {
        buyers.of("ann", 1, 100);
        models.save(Drafts.custom("20", "1", "400"));
        for (int i = 0; i < 10; i++) {
            buyers.of("u" + i, 1, 100 + i);
        }

        assertThat(scoring.run(Buyers.AS_OF.plusDays(300)).orElseThrow().modelVersion())
                .isEqualTo(1);
        assertThat(models.versions()).hasSize(1);
    }

    @Test
    void canBeAskedWithAnOlderRuler() {
        buyers.of("ann", 1, 100);
        scoring.run(Buyers.AS_OF);
        models.save(Drafts.custom("20", "1", "400"));
        RfmSnapshot newer = scoring.run(Buyers.AS_OF).orElseThrow();

        RfmSnapshot older = scoring.runOnRequest(Buyers.AS_OF, Optional.of(1)).orElseThrow();

        assertThat(newer.modelVersion()).isEqualTo(2);
        assertThat(older.modelVersion()).isEqualTo(1);
        assertThat(reading.standing().orElseThrow().modelVersion()).isEqualTo(2);
        assertThatThrownBy(() -> scoring.runOnRequest(Buyers.AS_OF, Optional.of(9)))
                .isInstanceOf(NoSuchModel.class);
    }

    @Test
    void refusesAModelNobodyCanBeMeasuredWith() {
        facts.user("ann", "2026-01-01");

        assertThatThrownBy(() -> models.save(Drafts.means())).isInstanceOf(NobodyToScore.class);
    }

    @Test
    void previewsWhatARunWouldFind() {
        buyers.of("ann", 3, 100);
        buyers.of("bob", 1, 700);
        metrics.refreshAll(Buyers.AS_OF, 365);
        ModelDraft draft = Drafts.means();

        Map<RfmClass, Long> preview = models.preview(draft).classes();
        assertThat(models.versions()).isEmpty();
        models.save(draft);
        RfmPicture picture =
                reading.picture(scoring.run(Buyers.AS_OF).orElseThrow().id());

        for (RfmClass klass : RfmClass.ALL) {
            assertThat(picture.tally(klass).users()).isEqualTo(preview.getOrDefault(klass, 0L));
        }
    }
}
