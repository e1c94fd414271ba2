package io.wellspring.segments.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.RuleNode;
import io.wellspring.segments.RuleNode.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a rule of two conditions around a group of two. */
class GoingOnInTheEditorTests {

    private static final RuleNode RULE = RuleNode.group(
            Kind.ALL,
            List.of(
                    condition("orders"),
                    RuleNode.group(Kind.ANY, List.of(condition("city"), condition("stage"))),
                    condition("net")));

    @ParameterizedTest
    @CsvSource({
        "add:, k-3",
        "add:1, k-1_2",
        "group:, k-3_0",
        "group:1, k-1_2_0",
        "remove:0, add-",
        "remove:1.1, add-1",
        "twice:0, twice-1",
        "twice:1.0, twice-1_1",
        "up:2, twice-1",
        "down:0, twice-1",
        "down:1.0, twice-1_1",
        "up:1.0, twice-1",
        "down:1.1, twice-2",
    })
    void leadsToWhatTheButtonMade(String pressed, String id) {
        EditorStep step = EditorStep.of(pressed);
        assertThat(step.goesOnAt(RULE)).contains(id);
        String path = id.substring(id.indexOf('-') + 1).replace('_', '.');
        assertThat(step.on(RULE).at(path)).isPresent();
        if (id.startsWith("twice")) {
            assertThat(step.on(RULE).at(path)).isEqualTo(RULE.at(step.place()));
        }
    }

    @ParameterizedTest
    @CsvSource({"count", "save", "''", "add:7", "up:9.9", "sing:0"})
    void staysWhereItIsOtherwise(String pressed) {
        assertThat(EditorStep.of(pressed).goesOnAt(RULE)).isEmpty();
        assertThat(EditorStep.of(pressed).on(RULE)).isEqualTo(RULE);
    }

    @Test
    void leavesTheFirstAndTheLastWhereTheyAre() {
        assertThat(EditorStep.of("up:0").on(RULE)).isEqualTo(RULE);
        assertThat(EditorStep.of("down:2").on(RULE)).isEqualTo(RULE);
    }

    private static RuleNode condition(String field) {
        return RuleNode.condition(Kind.FIELD, field, "AT_LEAST", List.of("3"), "");
    }
}
