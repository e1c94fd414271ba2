package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.RuleNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What is typed into the editor stays where it was typed. */
class TypingRulesTests {

    private final MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();

    @ParameterizedTest
    @CsvSource({"5, 5", "2011-11-01, 2011-11-01", "'', 5", "5, ''"})
    void keepsBothEndsOfARangeInTheirPlaces(String from, String to) {
        about(from.contains("-") ? "FIELD:last-order" : "FIELD:orders", "BETWEEN");
        typed.addAll("v:0", List.of(from, to));

        assertThat(condition().values()).containsExactly(from, to);
    }

    @Test
    void takesTheValueThatIsThereWhenARangeGivesWayToOne() {
        about("FIELD:orders", "AT_LEAST");
        typed.addAll("v:0", List.of("", "5"));

        assertThat(condition().values()).containsExactly("5");
    }

    @Test
    void knowsNothingOfARangeOfNothing() {
        about("FIELD:orders", "BETWEEN");
        typed.addAll("v:0", List.of("", " "));

        assertThat(condition().values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPENT:|1,000|1000",
                "SPENT:|-1,234,567.50|-1234567.50",
                "FIELD:orders|1，000|1000",
                "ORDERS:|1,0|1,0",
                "ORDERS:|£1000|£1000"
            })
    void takesThousandsThatAreSetApart(String about, String value, String read) {
        about(about, "AT_LEAST");
        typed.add("v:0", value);

        assertThat(condition().values()).containsExactly(read);
    }

    @Test
    void takesThousandsOfDaysButNoTextApart() {
        about("ORDERS:", "AT_LEAST");
        typed.add("t:0", "last");
        typed.add("d:0", "1,000");
        assertThat(condition().when()).isEqualTo("last:1000");

        typed.clear();
        about("FIELD:city", "IS_ANY_OF");
        typed.add("v:0", "1,000");
        assertThat(condition().values()).containsExactly("1,000");
    }

    @Test
    void cutsNothingOff() {
        typed.add("k:", "ALL");
        for (int i = 0; i < 70; i++) {
            typed.add("k:" + i, "FIELD:orders");
        }

        assertThat(new RuleForm(typed, Map.of()).rule().conditions()).isEqualTo(70);
    }

    private void about(String what, String op) {
        typed.add("k:", "ALL");
        typed.add("k:0", what);
        typed.add("was:0", what);
        typed.add("o:0", op);
    }

    private RuleNode condition() {
        return new RuleForm(typed, Map.of()).rule().parts().getFirst();
    }
}
