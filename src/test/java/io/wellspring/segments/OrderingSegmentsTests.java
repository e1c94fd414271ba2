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

        SegmentGraph graph = new SegmentGraph(rules);

        assertThat(graph.inRounds().stream()
                        .map(List::copyOf)
                        .map(round -> round.stream().sorted().toList()))
                .containsExactly(List.of(1L, 2L), List.of(3L, 4L), List.of(5L));
    }

    @Test
    void leavesOutWhatIsGone() {
        SegmentGraph graph = new SegmentGraph(Map.of(7L, uses(99)));

        assertThat(graph.inRounds()).containsExactly(List.of(7L));
        assertThat(new SegmentGraph(Map.of()).inRounds()).isEmpty();
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
