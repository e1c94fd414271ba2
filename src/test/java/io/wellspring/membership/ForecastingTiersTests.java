package io.wellspring.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.Facts;
import io.wellspring.WellspringTest;
import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.Money;
import io.wellspring.shared.UserId;
import io.wellspring.staff.AsStaff;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose tier is coming up for decision, who would keep it by a little more, and who moved: worked out by hand. */
@WellspringTest
@AsStaff
class ForecastingTiersTests {

    @Autowired
    MetricsRefresh metrics;

    @Autowired
    HistoryRefresh histories;

    @Autowired
    TierProgram program;

    @Autowired
    Tiering tiering;

    @Autowired
    TierReading reading;

    @Autowired
    TierForecast forecast;

    @Autowired
    JdbcClient jdbc;

    Facts facts;
    UserId ann;

    @BeforeEach
    void people() {
        facts = new Facts(jdbc);
        ann = facts.user("ann", "2023-06-01");
    }

    /**
     * Gold is kept by 500 growth value in the 365 days up to the due date, 10 January 2025, and decided on 9 February. Ann has nothing more, bob 400,
     * cat 499 and dan 500; eve reached gold a month later, fay only has the lowest.
     */
    @Test
    void whoWillDropAndWhoWouldKeepWithALittleMore() {
        publish(Programmes.usual());
        UserId bob = facts.user("bob", "2023-06-01");
        UserId cat = facts.user("cat", "2023-06-01");
        UserId dan = facts.user("dan", "2023-06-01");
        UserId eve = facts.user("eve", "2023-06-01");
        facts.user("fay", "2023-06-01");
        for (UserId user : List.of(ann, bob, cat, dan)) {
            facts.order(user, "2024-01-10", 100_000);
        }
        evaluate("2024-01-10");
        facts.order(eve, "2024-02-10", 100_000);
        evaluate("2024-02-10");
        facts.order(bob, "2024-06-01", 40_000);
        facts.order(cat, "2024-06-01", 49_900);
        facts.order(dan, "2024-06-01", 50_000);
        evaluate("2025-01-12");
        long gold = program.versions().getFirst().ofRank(2).id();
        assertThat(forecast.months(1, new Money(100_00)))
                .containsExactly(new DueMonth(YearMonth.of(2025, 2), gold, 4, 3, 2));
        assertThat(forecast.months(1, new Money(99_99)))
                .containsExactly(new DueMonth(YearMonth.of(2025, 2), gold, 4, 3, 1));
        assertThat(forecast.months(1, new Money(500_00)))
                .containsExactly(new DueMonth(YearMonth.of(2025, 2), gold, 4, 3, 3));
        assertThat(forecast.months(3, new Money(1_00)))
                .containsExactly(
                        new DueMonth(YearMonth.of(2025, 2), gold, 4, 3, 1),
                        new DueMonth(YearMonth.of(2025, 3), gold, 1, 1, 0));
        LocalDate decided = LocalDate.parse("2025-02-09");
        assertThat(forecast.dropping(new DroppingFilter(Optional.empty(), Optional.empty(), Optional.empty()), 1, 10)
                        .rows())
                .as("the nearest first")
                .containsExactly(
                        new Dropping(cat, gold, decided, 499, Optional.of(new Money(1_00))),
                        new Dropping(bob, gold, decided, 400, Optional.of(new Money(100_00))),
                        new Dropping(ann, gold, decided, 0, Optional.of(new Money(500_00))),
                        new Dropping(eve, gold, LocalDate.parse("2025-03-12"), 0, Optional.of(new Money(500_00))));
        evaluate("2025-02-09");
        assertThat(ranks()).as("what came of it").containsExactly(1, 1, 1, 1, 2, 2);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-08, 1", "2025-02-09, 0"})
    void aTermIsForecastUpToTheDayBeforeItIsDecided(String asOf, int lines) {
        publish(Programmes.usual());
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        evaluate(asOf);
        assertThat(forecast.months(3, Money.ZERO)).hasSize(lines);
    }

    /** It is kept by 5 000 in the year and entered by 1 000: whoever spent 1 000 by the decision has it by entry. */
    @Test
    void whoEarnsTheTierAnewKeepsIt() {
        publish(Programmes.of(
                RefundRule.AT_DUE,
                Programmes.tier(2, TierRule.growth(1_000), TierRule.growth(5_000), 12, 30, AtDue.ONE_STEP, 1)));
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        facts.order(ann, "2024-12-01", 99_900);
        evaluate("2025-01-15");
        assertThat(dropping(1_00)).isEqualTo("1 1");
        assertThat(dropping(99)).isEqualTo("1 0");
        facts.order(ann, "2025-01-15", 100);
        evaluate("2025-01-15");
        assertThat(dropping(1_00)).isEqualTo("0 0");
        evaluate("2025-02-09");
        assertThat(ranks()).containsExactly(2);
    }

    /** Two of three orders and 60 of 100 spent are there: one more order of 40 does it. With one order, only earning the 1 000 of the entry anew does. */
    @ParameterizedTest
    @CsvSource({"2, 40_00, 1", "2, 39_99, 0", "1, 939_99, 0", "1, 940_00, 1"})
    void whereAllIsAskedForOneMissingOrderComesWithTheSpending(int orders, String near, int nearly) {
        TierRule keep = new TierRule(
                Join.ALL, Optional.empty(), Optional.of(new Money(100_00)), Optional.of(3), Optional.empty());
        publish(Programmes.of(
                RefundRule.AT_DUE, Programmes.tier(2, TierRule.growth(1_000), keep, 12, 0, AtDue.ONE_STEP, 1)));
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        for (int i = 0; i < orders; i++) {
            facts.order(ann, "2024-06-0" + (i + 1), 60_00 / orders);
        }
        evaluate("2025-01-05");
        assertThat(dropping(Long.parseLong(near.replace("_", "")))).isEqualTo("1 " + nearly);
    }

    @Test
    void whereOneIsAskedForTheNearestCounts() {
        TierRule keep = new TierRule(
                Join.ANY, Optional.of(900L), Optional.of(new Money(100_00)), Optional.of(9), Optional.empty());
        publish(Programmes.of(
                RefundRule.AT_DUE, Programmes.tier(2, TierRule.growth(1_000), keep, 12, 0, AtDue.ONE_STEP, 1)));
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        facts.order(ann, "2024-06-01", 95_00);
        evaluate("2025-01-05");
        assertThat(dropping(5_00)).isEqualTo("1 1");
        assertThat(dropping(4_99)).isEqualTo("1 0");
    }

    @Test
    void growthValueThatSpendingDoesNotBringIsNotNear() {
        publish(new ProgrammeTerms(
                new CountingWindow(WindowKind.ROLLING, 365),
                new CountingWindow(WindowKind.ROLLING, 365),
                RefundRule.AT_DUE,
                BigDecimal.ZERO,
                List.of(),
                List.of(
                        Programmes.BASIC,
                        Programmes.tier(
                                2,
                                new TierRule(
                                        Join.ALL,
                                        Optional.empty(),
                                        Optional.of(new Money(100_00)),
                                        Optional.empty(),
                                        Optional.empty()),
                                TierRule.growth(5),
                                12,
                                0,
                                AtDue.ONE_STEP,
                                1))));
        facts.order(ann, "2024-01-10", 100_00);
        evaluate("2024-01-10");
        facts.order(ann, "2024-06-01", 95_00);
        evaluate("2025-01-05");
        assertThat(dropping(4_99)).isEqualTo("1 0");
        assertThat(dropping(5_00)).as("by entering it anew").isEqualTo("1 1");
    }

    /** Ann up to gold in January 2024, down again in February 2025; bob up in January, to platinum in March; cat kept; nobody else moves. */
    @Test
    void theFlowIsWhoMovedInWhichMonth() {
        publish(Programmes.usual());
        UserId bob = facts.user("bob", "2023-06-01");
        UserId cat = facts.user("cat", "2023-06-01");
        evaluate("2023-12-31");
        for (UserId user : List.of(ann, bob, cat)) {
            facts.order(user, "2024-01-10", 100_000);
        }
        evaluate("2024-01-10");
        evaluate("2024-01-31");
        facts.order(bob, "2024-03-05", 400_000);
        evaluate("2024-03-05");
        facts.order(cat, "2024-12-01", 50_000);
        assertThat(flow()).as("twelve months up to the day").containsExactly("2024-01 1>2 3", "2024-03 2>3 1");
        evaluate("2025-02-10");
        assertThat(flow()).containsExactly("2024-03 2>3 1", "2025-02 2>1 1");
        assertThat(reading.months().stream()
                        .map(month -> month.day() + " " + rankOf(month.tierId()) + " " + month.users()))
                .containsExactly(
                        "2024-03-05 2 2", "2024-03-05 3 1", "2025-02-10 1 1", "2025-02-10 2 1", "2025-02-10 3 1");
    }

    @Test
    void whoMovesOnTheDayAnotherVersionBeginsIsInTheFlow() {
        publish(Programmes.usual());
        UserId bob = facts.user("bob", "2023-06-01");
        facts.user("cat", "2023-06-01");
        facts.order(ann, "2024-01-10", 90_000);
        facts.order(bob, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        publish(
                Programmes.of(
                        RefundRule.AT_DUE,
                        Programmes.tier(2, TierRule.growth(900), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1),
                        Programmes.tier(3, TierRule.growth(5_000), TierRule.NONE, 12, 0, AtDue.ONE_STEP, 1)),
                "2024-02-01");
        evaluate("2024-02-01");
        assertThat(flow()).as("cat and bob stay where they were").containsExactly("2024-02 1>2 1");
        facts.order(bob, "2024-02-01", 400_000);
        evaluate("2024-02-01");
        assertThat(flow()).containsExactly("2024-02 1>2 1", "2024-02 2>3 1");
        evaluate("2024-02-01");
        assertThat(flow()).as("evaluated again").containsExactly("2024-02 1>2 1", "2024-02 2>3 1");
    }

    @Test
    void whoRisesOnTheDayTheTermWasKeptIsInTheFlow() {
        publish(Programmes.usual());
        facts.order(ann, "2024-01-10", 100_000);
        evaluate("2024-01-10");
        facts.order(ann, "2024-06-01", 50_000);
        facts.order(ann, "2025-02-09", 500_000);
        evaluate("2025-02-09");
        assertThat(flow()).containsExactly("2025-02 2>3 1");
    }

    @Test
    void movesThatWereLostArePutBack() throws IOException {
        publish(Programmes.usual());
        facts.user("cat", "2023-06-01");
        evaluate("2024-01-10");
        facts.order(ann, "2024-02-01", 100_000);
        publish(Programmes.usual(), "2024-02-01");
        evaluate("2024-02-01");
        assertThat(flow()).containsExactly("2024-02 1>2 1");
        jdbc.sql("update membership.tier_history set from_tier_id = null").update();
        assertThat(flow()).isEmpty();

        jdbc.sql(new ClassPathResource("db/migration/V158__moves_of_the_day.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();

        assertThat(flow()).containsExactly("2024-02 1>2 1");
    }

    @Test
    void whoRisesOnTheFirstDayCameFromNowhere() {
        publish(Programmes.usual());
        evaluate("2024-01-10");
        UserId bob = facts.user("bob", "2024-01-11");
        evaluate("2024-01-11");
        facts.order(bob, "2024-01-11", 100_000);
        evaluate("2024-01-11");
        assertThat(flow()).isEmpty();
        assertThat(ranks()).containsExactly(1, 2);
    }

    private List<String> flow() {
        return reading.flow().stream()
                .map(flow -> flow.month() + " " + rankOf(flow.fromTierId()) + ">" + rankOf(flow.tierId()) + " "
                        + flow.users())
                .toList();
    }

    private int rankOf(long tier) {
        return program.versions().getFirst().tier(tier).orElseThrow().rank();
    }

    /** How many of the next month would drop, and how many of them would not with so much more. */
    private String dropping(long near) {
        DueMonth month = forecast.months(1, new Money(near)).getFirst();
        return month.dropping() + " " + month.near();
    }

    private List<Integer> ranks() {
        return jdbc.sql("""
                        select t.rank
                        from membership.standing s
                        join membership.tier t on t.id = s.tier_id
                        order by t.rank
                        """).query(Integer.class).list();
    }

    private void publish(ProgrammeTerms terms) {
        publish(terms, "2023-01-01");
    }

    private void publish(ProgrammeTerms terms, String from) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(LocalDate.parse(from));
    }

    private void evaluate(String day) {
        metrics.refreshAll(LocalDate.parse(day), 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(LocalDate.parse(day));
    }
}
