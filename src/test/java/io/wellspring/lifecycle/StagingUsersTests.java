package io.wellspring.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WellspringTest
@AsStaff
class StagingUsersTests {

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    LifecycleStaging staging;

    @Autowired
    LifecycleReading reading;

    @Autowired
    LifecycleThresholds thresholds;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, ",
        "2026-01-01, PROSPECT",
        "2026-01-09, PROSPECT",
        "2026-01-10, NEW",
        "2026-02-09, NEW",
        "2026-02-10, SLIPPING",
        "2026-04-10, SLIPPING",
        "2026-04-11, DORMANT",
        "2026-07-09, DORMANT",
        "2026-07-10, LOST",
        "2030-01-01, LOST"
    })
    void oneOrderIsNewFor30DaysThenSlipsSleepsAfter90AndIsLostAfter180(LocalDate day, Stage expected) {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-01-10", 100);
        facts.order(ann, "2026-01-10T20:00", 100);
        staged();
        assertThat(on(ann, day)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, NEW",
        "2026-02-01, GROWING",
        "2026-03-17, GROWING",
        "2026-03-18, SLIPPING",
        "2026-05-01, SLIPPING",
        "2026-05-02, DORMANT",
        "2026-07-30, DORMANT",
        "2026-07-31, LOST"
    })
    void whoHasARhythmSlipsPastOneAndAHalfOfItAndSleepsPastThree(LocalDate day, Stage expected) {
        UserId bob = facts.user("bob", "2026-01-01");
        facts.order(bob, "2026-01-01", 100);
        facts.order(bob, "2026-01-31", 100);
        staged();
        assertThat(on(bob, day)).hasValue(expected);
    }

    @Test
    void theRhythmOfADayIsTheOneKnownThen() {
        UserId bob = facts.user("bob", "2026-01-01");
        facts.order(bob, "2026-01-01", 100);
        facts.order(bob, "2026-01-31", 100);
        facts.order(bob, "2026-04-01", 100);
        facts.order(bob, "2026-04-02", 100);
        facts.order(bob, "2026-04-03", 100);
        staged();
        assertThat(stages(bob))
                .as("a month was the rhythm before; after the days in April it is one of (1 + 30) / 2 days")
                .containsExactly(
                        "NEW 2026-01-01",
                        "GROWING 2026-02-01",
                        "SLIPPING 2026-03-18",
                        "GROWING 2026-04-01",
                        "MATURE 2026-04-02",
                        "SLIPPING 2026-04-27",
                        "DORMANT 2026-05-20",
                        "LOST 2026-10-01");
    }

    @Test
    void agesFromMatureToGrowingWhenOrdersLeaveTheWindow() {
        UserId cid = facts.user("cid", "2024-01-01");
        for (String day : List.of("2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01")) {
            facts.order(cid, day, 100);
        }
        staged();
        assertThat(on(cid, LocalDate.parse("2025-09-30"))).as("three orders").hasValue(Stage.GROWING);
        assertThat(on(cid, LocalDate.parse("2025-10-01"))).hasValue(Stage.MATURE);
        assertThat(on(cid, LocalDate.parse("2025-12-31"))).hasValue(Stage.MATURE);
        assertThat(on(cid, LocalDate.parse("2026-01-01"))).hasValue(Stage.GROWING);
        assertThat(on(cid, LocalDate.parse("2026-02-15")))
                .as("137 days of a median of 91")
                .hasValue(Stage.SLIPPING);
    }

    @Test
    void returnsFor30DaysAfterASleep() {
        UserId dan = facts.user("dan", "2025-01-01");
        facts.order(dan, "2025-01-01", 100);
        facts.order(dan, "2025-10-01", 100);
        staged();
        assertThat(stages(dan))
                .containsExactly(
                        "NEW 2025-01-01",
                        "SLIPPING 2025-02-01",
                        "DORMANT 2025-04-02",
                        "LOST 2025-07-01",
                        "RETURNED 2025-10-01",
                        "GROWING 2025-11-01",
                        "LOST 2026-03-31");
    }

    @Test
    void aRefundIsNoOrder() {
        UserId eve = facts.user("eve", "2026-01-01");
        facts.order(eve, "2026-01-01", 100);
        facts.refund(eve, "2026-03-01", 100);
        staged();
        assertThat(on(eve, LocalDate.parse("2026-03-01"))).hasValue(Stage.SLIPPING);
    }

    @Test
    void daysTurnInTheBusinessZone() {
        UserId fay = facts.user("fay", "2026-01-01");
        facts.order(fay, "2026-01-05T00:30", 100);
        staged();
        assertThat(on(fay, LocalDate.parse("2026-01-04"))).hasValue(Stage.PROSPECT);
        assertThat(on(fay, LocalDate.parse("2026-01-05"))).hasValue(Stage.NEW);
    }

    @Test
    void countsOfAnyDayAndFlowsAddUp() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-05-15");
        facts.user("cid", "2026-06-10");
        facts.order(ann, "2026-05-20", 100);
        facts.order(bob, "2026-06-15", 100);
        staged();
        LocalDate before = LocalDate.parse("2026-05-31");

        assertThat(reading.count(before)).isEqualTo(Map.of(Stage.NEW, 1L, Stage.PROSPECT, 1L));
        assertThat(reading.count(AS_OF)).isEqualTo(Map.of(Stage.SLIPPING, 1L, Stage.NEW, 1L, Stage.PROSPECT, 1L));
        assertThat(reading.flow(before, AS_OF))
                .containsExactlyInAnyOrder(
                        new StageFlow(Optional.of(Stage.NEW), Stage.SLIPPING, 1),
                        new StageFlow(Optional.of(Stage.PROSPECT), Stage.NEW, 1),
                        new StageFlow(Optional.empty(), Stage.PROSPECT, 1));
        assertThat(reading.flow(AS_OF.minusDays(1), AS_OF))
                .as("nobody moved")
                .allSatisfy(flow -> assertThat(flow.from()).hasValue(flow.to()));
        assertThat(reading.exits(before, AS_OF))
                .contains(
                        new StageExit(Stage.NEW, Optional.of(Stage.SLIPPING), 1, 31, 31),
                        new StageExit(Stage.PROSPECT, Optional.empty(), 1, 31, 31));
    }

    @Test
    void anEarlierDayKeepsItsAnswerWhenTheRulerChanges() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-05-01", 100);
        staged();
        assertThat(on(ann, LocalDate.parse("2026-05-31"))).hasValue(Stage.NEW);

        thresholds.save(newFor(10), LocalDate.parse("2026-05-20"), 1);
        staging.refreshTouched(7, AS_OF);

        assertThat(on(ann, LocalDate.parse("2026-05-19"))).as("before").hasValue(Stage.NEW);
        assertThat(on(ann, LocalDate.parse("2026-05-20"))).as("from then on").hasValue(Stage.SLIPPING);
        assertThat(staging.drift(10)).isZero();
        assertThat(jdbc.sql("select before ->> 'newDays' || ' ' || (after ->> 'newDays') from audit.entry")
                        .query(String.class)
                        .list())
                .containsExactly("30 10");
    }

    @Test
    void theNewestVersionWhoseDayHasComeDecides() {
        staged();
        thresholds.save(newFor(10), LocalDate.parse("2026-06-01"), 1);
        thresholds.save(newFor(20), LocalDate.parse("2026-05-01"), 2);
        thresholds.save(newFor(5), LocalDate.parse("2026-08-01"), 3);

        assertThat(thresholds
                        .decidingOn(LocalDate.parse("2026-04-30"))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(thresholds.decidingOn(AS_OF).orElseThrow().version()).isEqualTo(3);
        assertThat(thresholds
                        .decidingOn(LocalDate.parse("2026-08-01"))
                        .orElseThrow()
                        .version())
                .isEqualTo(4);
        assertThat(jdbc.sql(
                                "select version || ' ' || first_day || ' ' || until from lifecycle.ruler order by first_day")
                        .query(String.class)
                        .list())
                .containsExactly("1 0001-01-01 2026-05-01", "3 2026-05-01 2026-08-01", "4 2026-08-01 infinity");
    }

    @Test
    void aLaterStageBeginsLater() {
        BigDecimal two = new BigDecimal("2");
        assertThatThrownBy(() -> new Thresholds(30, 30, two, new BigDecimal("2.00"), 90, 180, 4, 365))
                .isInstanceOf(ThresholdsOutOfOrder.class);
        assertThatThrownBy(() -> new Thresholds(91, 30, BigDecimal.ONE, two, 90, 180, 4, 365))
                .isInstanceOf(ThresholdsOutOfOrder.class);
        assertThatThrownBy(() -> new Thresholds(90, 30, BigDecimal.ONE, two, 90, 90, 4, 365))
                .isInstanceOf(ThresholdsOutOfOrder.class);
        assertThat(new Thresholds(90, 30, BigDecimal.ONE, two, 90, 91, 4, 365)).isNotNull();
    }

    @Test
    void theUsersOfAnImportGetWhatARefreshOfAllGives() {
        UserId ann = facts.user("ann", "2026-01-01");
        UserId bob = facts.user("bob", "2026-01-01");
        facts.order(ann, "2026-01-10", 100);
        facts.order(bob, "2026-02-10", 100);
        staged();
        facts.order(ann, "2026-06-10", 100, 8);
        facts.order(bob, "2026-01-20", 100, 8);
        facts.user("cid", "2026-06-01", 8);
        metrics.refreshTouched(8, AS_OF, 365);

        staging.refreshTouched(8, AS_OF);

        assertThat(staging.drift(10)).isZero();
        assertThat(reading.current().orElseThrow().members()).isEqualTo(2);
        assertThat(reading.count(AS_OF).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void whoIsGoneLeavesNoRange() {
        UserId ann = facts.user("ann", "2026-01-01");
        staged();
        assertThat(reading.life(ann)).hasSize(1);
        jdbc.sql("delete from users.users").update();
        staged();
        assertThat(reading.life(ann)).isEmpty();
        assertThat(reading.count(AS_OF)).isEmpty();
        assertThat(staging.drift(10)).isZero();
    }

    @Test
    void aDraftIsCountedWithoutBeingKept() {
        UserId ann = facts.user("ann", "2026-01-01");
        facts.order(ann, "2026-06-10", 100);
        staged();

        LifecycleThresholds.Preview preview = thresholds.preview(newFor(10)).orElseThrow();

        assertThat(preview.users()).isEqualTo(Map.of(Stage.SLIPPING, 1L));
        assertThat(preview.every()).isEqualTo(1);
        assertThat(thresholds.versions()).hasSize(1);
        assertThat(on(ann, AS_OF)).hasValue(Stage.NEW);
    }

    private static Thresholds newFor(int days) {
        return new Thresholds(days, 30, new BigDecimal("1.5"), new BigDecimal("3"), 90, 180, 4, 365);
    }

    private void staged() {
        metrics.refreshAll(AS_OF, 365);
        staging.refreshAll(AS_OF);
    }

    private Optional<Stage> on(UserId user, LocalDate day) {
        return reading.life(user).stream()
                .filter(range -> range.holdsOn(day))
                .map(StageRange::stage)
                .findFirst();
    }

    private List<String> stages(UserId user) {
        return reading.life(user).reversed().stream()
                .map(range -> range.stage() + " " + range.since())
                .toList();
    }
}
