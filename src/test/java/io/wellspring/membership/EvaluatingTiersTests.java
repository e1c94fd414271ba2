package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
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

/** Who holds which tier from which day on, by rows worked out by hand; every evaluation is run twice. */
@WellspringTest
@AsStaff
class EvaluatingTiersTests {

    private static final LocalDate LONG_AGO = LocalDate.parse("2023-01-01");

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    JdbcClient jdbc;

    Facts facts;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"99999, 1", "100000, 2", "100001, 2", "499999, 2", "500000, 3", "500001, 3"})
    void aThresholdIsMetByAsMuch(long paid, int rank) {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-10", paid);
        evaluate("2024-01-10");
        assertThat(rank(ann)).isEqualTo(rank);
    }

    @Test
    void movesUpOnTheDayOfTheOrderAndDownOnlyWhenTheTermIsDecided() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-05");
        evaluate("2024-01-10");
        evaluate("2025-02-08");
        assertThat(history(ann))
                .containsExactly("[2024-01-05,2024-01-10) 1 START null", "[2024-01-10,) 2 UP 2025-01-10");
        evaluate("2025-02-09");
        assertThat(history(ann))
                .containsExactly(
                        "[2024-01-05,2024-01-10) 1 START null",
                        "[2024-01-10,2025-02-09) 2 UP 2025-01-10",
                        "[2025-02-09,) 1 DOWN null");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-08T23:59:59.999, KEPT",
        "2025-02-09T00:00, DOWN",
        "2024-01-11T00:00, KEPT",
        "2024-01-10T23:59:59.999, DOWN"
    })
    void whatKeepsATierCountsUpToTheLastMomentOfGrace(String paidAt, TierCause cause) {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-09T00:00", 100_000);
        evaluate("2024-01-10");
        facts.order(ann, paidAt, 50_000);
        evaluate("2025-02-09");
        assertThat(causes(ann)).endsWith(cause);
    }

    /** Shanghai put its clocks forward on 14 April 1991 and back on 15 September 1991. */
    @ParameterizedTest
    @CsvSource({
        "1990-04-14, 1991-04-13T23:59:59.999, 1991-04-14, KEPT",
        "1990-04-14, 1991-04-14T00:00, 1991-04-14, DOWN",
        "1990-09-15, 1991-09-14T23:59:59.999, 1991-09-15, KEPT",
        "1990-09-15, 1991-09-15T00:00, 1991-09-15, DOWN",
        "1990-09-16, 1991-09-15T23:59:59.999, 1991-09-16, KEPT"
    })
    void aDueDateIsADayOfTheZoneWhereClocksChange(String began, String paidAt, String due, TierCause cause) {
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(1_000), TierRule.growth(500), 12, 0, AtDue.ONE_STEP, 1)));
        program.publish(LocalDate.parse("1985-01-01"));
        UserId ann = facts.user("ann", "1990-01-01");
        facts.order(ann, "1990-01-10", 100_000);
        evaluate(began);
        facts.order(ann, paidAt, 50_000);
        evaluate(due);
        assertThat(causes(ann)).containsExactly(TierCause.START, cause);
    }

    @Test
    void aTermThatWasKeptGoesOnFromItsDueDateNotFromItsDecision() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        facts.order(ann, "2024-12-01", 50_000);
        evaluate("2025-03-01");
        assertThat(history(ann)).endsWith("[2025-02-09,) 2 KEPT 2026-01-10");
    }

    @Test
    void nightsThatWereMissedLoseNoDueDate() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-10", 500_000);
        evaluate("2024-01-10");
        evaluate("2028-01-01");
        assertThat(history(ann))
                .containsExactly(
                        "[2024-01-10,2025-02-09) 3 START 2025-01-10",
                        "[2025-02-09,2026-03-11) 2 DOWN 2026-02-09",
                        "[2026-03-11,) 1 DOWN null");
    }

    @Test
    void aTermThatBeginsOn29FebruaryIsDueOn28AYearLater() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-02-28T23:59:59.999", 100_000);
        evaluate("2024-02-29");
        assertThat(history(ann)).containsExactly("[2024-02-29,) 2 START 2025-02-28");
        evaluate("2025-03-29");
        assertThat(causes(ann)).containsExactly(TierCause.START);
        evaluate("2025-03-30");
        assertThat(causes(ann)).containsExactly(TierCause.START, TierCause.DOWN);
    }

    @ParameterizedTest
    @CsvSource({"ONE_STEP, 1, 2", "EARNED, 1, 1", "FLOOR, 2, 2", "FLOOR, 1, 1"})
    void fallsAsDeepAsTheTierSays(AtDue atDue, int floor, int rank) {
        publish(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(1_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1),
                Programmes.tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 0, atDue, floor)));
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-01", 500_000);
        evaluate("2024-06-01");
        evaluate("2025-06-01");
        assertThat(rank(ann)).isEqualTo(rank);
    }

    @ParameterizedTest
    @CsvSource({"AT_ONCE, 1, REFUND", "AT_DUE, 2, UP"})
    void aRefundTakesATierAtOnceOnlyWhereTheProgrammeSaysSo(RefundRule refunds, int rank, TierCause cause) {
        publish(Programmes.of(
                refunds, Programmes.tier(2, TierRule.growth(1_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
        UserId ann = facts.user("ann", "2024-01-01");
        evaluate("2024-01-02");
        facts.order(ann, "2024-02-01", 100_000);
        evaluate("2024-02-01");
        facts.refund(ann, "2024-03-01", 1_00);
        evaluate("2024-03-01");
        assertThat(rank(ann)).isEqualTo(rank);
        assertThat(causes(ann)).endsWith(cause);
        assertThat(growth(ann)).isEqualTo(999);
    }

    @Test
    void anotherVersionTakesEverybodyOverOnItsDayWithTheirTerms() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        facts.order(bob, "2024-01-10", 90_000);
        evaluate("2024-01-10");
        program.startDraft();
        program.saveDraft(Programmes.of(
                RefundRule.AT_DUE, Programmes.tier(2, TierRule.growth(900), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
        program.publish(LocalDate.parse("2024-02-01"));
        evaluate("2024-01-31");
        assertThat(rank(bob)).isEqualTo(1);
        evaluate("2024-02-03");
        assertThat(history(ann))
                .containsExactly("[2024-01-10,2024-02-01) 2 START 2025-01-10", "[2024-02-01,) 2 PROGRAMME 2025-01-10");
        assertThat(history(bob))
                .containsExactly(
                        "[2024-01-10,2024-02-01) 1 START null",
                        "[2024-02-01,2024-02-03) 1 PROGRAMME null",
                        "[2024-02-03,) 2 UP 2025-02-03");
    }

    @Test
    void anEarlierDayIsEvaluatedAsIfTheLaterOnesHadNotBeen() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2024-01-01");
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-05");
        List<String> before = history(ann);
        evaluate("2024-01-10");
        List<String> after = history(ann);
        evaluate("2024-01-05");
        assertThat(history(ann)).isEqualTo(before);
        evaluate("2024-01-10");
        assertThat(history(ann)).isEqualTo(after);
    }

    @Test
    void theFirstEvaluationGoesThroughTheMonthsBefore() {
        publish(Programmes.usual());
        UserId ann = facts.user("ann", "2023-05-01");
        facts.order(ann, "2023-06-10", 500_000);
        refresh("2024-01-15");
        tiering.catchUp(LocalDate.parse("2024-01-15"));
        assertThat(history(ann))
                .containsExactly("[2023-05-31,2023-06-30) 1 START null", "[2023-06-30,) 3 UP 2024-06-30");
        assertThat(jdbc.sql("select count(distinct day) from membership.day_count")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void oneRunSaysHowManyTermsBegan() {
        publish(Programmes.usual());
        facts.user("ann", "2024-01-01");
        facts.order(facts.user("bob", "2024-01-01"), "2024-01-10", 100_000);
        refresh("2024-01-10");
        assertThat(tiering.evaluate(LocalDate.parse("2024-01-10")).orElseThrow().changes())
                .isEqualTo(Map.of(TierCause.START, 2L));
        assertThat(tiering.evaluate(LocalDate.parse("2024-01-10")).orElseThrow().changes())
                .isEmpty();
    }

    @Test
    void ofSeveralThresholdsAllOrOneAreAskedFor() {
        TierRule both = new TierRule(Join.ALL, Optional.of(1_000L), Optional.empty(), Optional.of(2), Optional.empty());
        TierRule either =
                new TierRule(Join.ANY, Optional.of(9_000L), Optional.empty(), Optional.empty(), Optional.of(2));
        publish(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, both, TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1),
                Programmes.tier(3, either, TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)));
        UserId ann = facts.user("ann", "2024-01-01");
        UserId bob = facts.user("bob", "2024-01-01");
        UserId cat = facts.user("cat", "2024-01-01");
        facts.order(ann, "2024-01-10T10:00", 100_000);
        facts.order(bob, "2024-01-10T10:00", 100_000);
        facts.order(bob, "2024-01-10T11:00", 100);
        facts.order(cat, "2024-01-10T10:00", 100);
        facts.order(cat, "2024-01-11T10:00", 100);
        evaluate("2024-01-12");
        assertThat(List.of(rank(ann), rank(bob), rank(cat))).containsExactly(1, 2, 3);
    }

    private void publish(ProgrammeTerms terms) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(LONG_AGO);
    }

    private void refresh(String day) {
        metrics.refreshAll(LocalDate.parse(day), 365);
        histories.refreshAll();
        tiering.postGrowth();
    }

    private void evaluate(String day) {
        refresh(day);
        tiering.evaluate(LocalDate.parse(day));
        List<String> once = everything();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse(day));
        assertThat(everything()).isEqualTo(once);
        assertThat(tiering.drift(10)).isZero();
    }

    private List<String> everything() {
        return jdbc.sql("select h::text from membership.tier_history h order by user_id, starts_on")
                .query(String.class)
                .list();
    }

    private int rank(UserId user) {
        return jdbc.sql(
                        "select t.rank from membership.standing s join membership.tier t on t.id = s.tier_id where s.user_id = :user")
                .param("user", user.value())
                .query(Integer.class)
                .single();
    }

    private long growth(UserId user) {
        return jdbc.sql("select growth_value from membership.standing where user_id = :user")
                .param("user", user.value())
                .query(Long.class)
                .single();
    }

    private List<String> history(UserId user) {
        return jdbc.sql("""
                        select concat_ws(' ', h.during, t.rank, h.cause, coalesce(h.due_on::text, 'null'))
                        from membership.tier_history h
                        join membership.tier t on t.id = h.tier_id
                        where h.user_id = :user
                        order by h.starts_on
                        """).param("user", user.value()).query(String.class).list();
    }

    private List<TierCause> causes(UserId user) {
        return jdbc
                .sql("select cause from membership.tier_history where user_id = :user order by starts_on")
                .param("user", user.value())
                .query(String.class)
                .list()
                .stream()
                .map(TierCause::valueOf)
                .toList();
    }
}
