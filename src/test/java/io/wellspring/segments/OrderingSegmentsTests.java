package io.wellspring.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.segments.RuleNode.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segments are refreshed after those they build on, and the others beside each other. */
class OrderingSegmentsTests {

    @Test
    void putsEachInTheRoundAfterThoseItBuildsOn() {
        Map<Long, RuleNode> rules = new LinkedHashMap<>();
        rules.put(5L, uses(4, 2));
        rules.put(1L, uses());
        rules.put(2L, uses());
        rules.put(4L, uses(1));
        rules.put(3L, uses(2));

        SegmentGraph graph = new SegmentGraph(rules, Map.of());

        assertThat(graph.inRounds().stream()
                        .map(List::copyOf)
                        .map(round -> round.stream().sorted().toList()))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    }

    @Test
    void leavesOutWhatIsGone() {
        SegmentGraph graph = new SegmentGraph(Map.of(7L, uses(99)), Map.of());

        assertThat(graph.inRounds()).containsExactly(List.of(7L));
        assertThat(new SegmentGraph(Map.of(), Map.of()).inRounds()).isEmpty();
    }

    /** 1 gives tag 10, of which 2 speaks; on 2 builds 3. */
    @Test
    void followsTagsToThoseWhoGiveThem() {
        Map<Long, RuleNode> rules = new LinkedHashMap<>();
        rules.put(3L, uses(2));
        rules.put(2L, tagged(10));
        rules.put(1L, uses());
        rules.put(4L, tagged(11));

        SegmentGraph graph = new SegmentGraph(rules, Map.of(10L, 1L));

        assertThat(graph.inRounds()).containsExactly(List.of(1L, 4L), List.of(2L), List.of(3L));
        assertThat(graph.above(1)).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(graph.usersOf(1)).as("whose rule speaks of it").isEmpty();
        assertThat(graph.tagsAbove(1)).containsExactly(10L);
        assertThat(graph.tagsAbove(2)).isEmpty();
        assertThat(graph.turnsInACircle(3, 10)).as("builds on who speaks of it").isTrue();
        assertThat(graph.turnsInACircle(2, 10)).isTrue();
        assertThat(graph.turnsInACircle(1, 10)).isFalse();
        assertThat(graph.turnsInACircle(3, 11)).isFalse();
        assertThat(graph.turnsInACircle(4, 11)).as("speaks of it itself").isTrue();
    }

    private static RuleNode tagged(long tag) {
        return RuleNode.group(
                Kind.ALL, List.of(RuleNode.condition(Kind.TAGS, "", "NONE", List.of(Long.toString(tag)), "")));
    }

    private static RuleNode uses(long... segments) {
        return RuleNode.group(
                Kind.ALL,
                Arrays.stream(segments)
                        .mapToObj(segment ->
                                RuleNode.condition(Kind.SEGMENT, "", "IN", List.of(Long.toString(segment)), ""))
                        .toList());
    }
}
