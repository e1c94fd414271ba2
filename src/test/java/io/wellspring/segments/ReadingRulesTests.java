package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.Flaw.Box;
import io.wellspring.segments.RuleNode.Kind;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was typed is either read, or answered with what was expected in which box. */
class ReadingRulesTests {

    @ParameterizedTest
    @CsvSource({
        "ORDERS, AT_LEAST, 0, AT_LEAST_ONE",
        "ORDERS, AT_LEAST, -1, BELOW_ZERO",
        "ORDERS, AT_MOST, -1, BELOW_ZERO",
        "ORDERS, AT_MOST, 1.5, NO_WHOLE_NUMBER",
        "REFUNDS, EXACTLY, many, NO_WHOLE_NUMBER",
        "SPENT, AT_LEAST, 10.005, NO_AMOUNT",
        "SPENT, AT_MOST, £1000, NO_AMOUNT",
        "SPENT, AT_MOST, 1e3, NO_AMOUNT",
    })
    void saysWhatADeedIsHeldAgainst(Kind kind, String op, String value, Fault fault) {
        Flaw flaw = flaw(RuleNode.condition(kind, "", op, List.of(value), "ever"));

        assertThat(flaw.fault()).isEqualTo(fault);
        assertThat(flaw.boxes()).containsExactly(Box.VALUE);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERS, AT_LEAST, 1",
        "ORDERS, AT_MOST, 0",
        "ORDERS, EXACTLY, 0",
        "SPENT, AT_LEAST, 0",
        "SPENT, AT_LEAST, -0.01",
        "SPENT, AT_MOST, -10"
    })
    void readsWhatSomebodyCanBe(Kind kind, String op, String value) {
        assertThat(read(RuleNode.condition(kind, "", op, List.of(value), "ever"))
                        .flaws())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "last:0, NO_DAYS, DAYS, 3660",
        "last:3661, NO_DAYS, DAYS, 3660",
        "last:9999, NO_DAYS, DAYS, 3660",
        "last:a week, NO_DAYS, DAYS, 3660",
        "2011-02-30..2011-03-01, NO_SUCH_DAY, FIRST_DAY, 2011-02-30",
        "2011-02-01..1 March, NO_SUCH_DAY, LAST_DAY, 1 March",
    })
    void saysWhatDaysAreExpected(String when, Fault fault, Box box, String fact) {
        Flaw flaw = flaw(RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), when));

        assertThat(flaw).isEqualTo(Flaw.of(fault, box, fact));
    }

    @Test
    void waitsForBothDaysAndWantsThemInOrder() {
        for (String when : List.of("..", "2011-11-01..", "..2011-11-01")) {
            assertThat(flaw(RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), when)))
                    .isEqualTo(Flaw.of(Fault.UNFINISHED));
        }
        assertThat(flaw(RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), "2011-11-02..2011-11-01")))
                .isEqualTo(new Flaw(Fault.DAYS_REVERSED, Set.of(Box.FIRST_DAY, Box.LAST_DAY), List.of()));
        assertThat(read(RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), "2011-11-01..2011-11-01"))
                        .flaws())
                .isEmpty();
        assertThat(read(RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), "last:3660"))
                        .flaws())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders, 5, 4, NUMBERS_REVERSED, VALUE SECOND_VALUE",
        "orders, five, 6, NO_NUMBER, VALUE",
        "orders, 5, six, NO_NUMBER, SECOND_VALUE",
        "net, 5, £6, NO_AMOUNT, SECOND_VALUE",
        "last-order, 2011-02-01, 2011-02-30, NO_SUCH_DAY, SECOND_VALUE",
        "last-order, 2011-02-02, 2011-02-01, DAYS_REVERSED, VALUE SECOND_VALUE",
    })
    void saysWhichOfTwoIsMeant(String field, String from, String to, Fault fault, String boxes) {
        Flaw flaw = flaw(RuleNode.condition(Kind.FIELD, field, "BETWEEN", List.of(from, to), ""));

        assertThat(flaw.fault()).isEqualTo(fault);
        assertThat(flaw.boxes()).extracting(Box::name).containsExactlyInAnyOrder(boxes.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"orders, 5, 5", "last-order, 2011-11-01, 2011-11-01", "net, -5, -5"})
    void takesARangeOfOneValue(String field, String from, String to) {
        assertThat(read(RuleNode.condition(Kind.FIELD, field, "BETWEEN", List.of(from, to), ""))
                        .flaws())
                .isEmpty();
    }

    @Test
    void waitsForTheSecondOfTwo() {
        assertThat(flaw(RuleNode.condition(Kind.FIELD, "orders", "BETWEEN", List.of("", "5"), "")))
                .isEqualTo(Flaw.of(Fault.UNFINISHED));
    }

    @Test
    void saysHowManyDaysAFieldAndABirthdayTake() {
        assertThat(flaw(RuleNode.condition(Kind.FIELD, "last-order", "IN_LAST_DAYS", List.of("36501"), "")))
                .isEqualTo(Flaw.of(Fault.NO_DAYS, Box.VALUE, "36500"));
        assertThat(flaw(RuleNode.condition(Kind.BIRTHDAY, "", "", List.of("367"), "")))
                .isEqualTo(Flaw.of(Fault.NO_DAYS, Box.VALUE, "366"));
    }

    @Test
    void givesAnExampleInTheCurrency() {
        RuleNode rule = RuleNode.condition(Kind.SPENT, "", "AT_LEAST", List.of("1.5"), "ever");
        assertThat(Objects.requireNonNull(RuleReader.read(RuleNode.group(Kind.ALL, List.of(rule)), terms("JPY"))
                        .flaws()
                        .get("0")))
                .isEqualTo(Flaw.of(Fault.NO_AMOUNT, Box.VALUE, "12"));
        assertThat(flaw(RuleNode.condition(Kind.SPENT, "", "AT_LEAST", List.of("much"), "ever")))
                .isEqualTo(Flaw.of(Fault.NO_AMOUNT, Box.VALUE, "12.50"));
    }

    @Test
    void saysHowManyConditionsAreTooMany() {
        RuleNode one = RuleNode.condition(Kind.ORDERS, "", "AT_LEAST", List.of("1"), "ever");
        assertThat(RuleReader.read(RuleNode.group(Kind.ALL, Collections.nCopies(50, one)), terms("GBP"))
                        .flaws())
                .isEmpty();
        assertThat(RuleReader.read(RuleNode.group(Kind.ALL, Collections.nCopies(51, one)), terms("GBP"))
                        .flaws())
                .containsEntry("", new Flaw(Fault.TOO_MANY, Set.of(), List.of("50", "51", "1")));
    }

    private static Flaw flaw(RuleNode condition) {
        return Objects.requireNonNull(read(condition).flaws().get("0"));
    }

    private static RuleReading read(RuleNode condition) {
        return RuleReader.read(RuleNode.group(Kind.ALL, List.of(condition)), terms("GBP"));
    }

    private static RuleTerms terms(String currency) {
        return new RuleTerms(Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Currency.getInstance(currency));
    }
}
