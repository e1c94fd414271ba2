package io.wellspring.segments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which segments build on which others. */
final class SegmentGraph {

    private final Map<Long, Set<Long>> uses;

    /** @param rules the rule of each segment; listed ones have an empty one */
    SegmentGraph(Map<Long, RuleNode> rules) {
        uses = new LinkedHashMap<>();
        rules.forEach((segment, rule) -> uses.put(segment, used(rule)));
    }

    /** Those whose rule speaks of a segment. */
    List<Long> usersOf(long segment) {
        return uses.entrySet().stream()
                .filter(entry -> entry.getValue().contains(segment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A segment and all that build on it, however far away: what its own rule must not speak of. */
    Set<Long> above(long segment) {
        Set<Long> found = new HashSet<>();
        climb(segment, found);
        return found;
    }

    /** All, each after those it builds on. */
    List<Long> inOrder() {
        Set<Long> ordered = new LinkedHashSet<>();
        Set<Long> under = new HashSet<>();
        uses.keySet().forEach(segment -> place(segment, ordered, under));
        return new ArrayList<>(ordered);
    }

    /** All, in rounds: each builds only on those of earlier rounds. */
    List<List<Long>> inRounds() {
        Map<Long, Integer> rounds = new HashMap<>();
        for (long segment : inOrder()) {
            rounds.put(
                    segment,
                    uses.getOrDefault(segment, Set.of()).stream()
                            .mapToInt(used -> rounds.getOrDefault(used, -1) + 1)
                            .max()
                            .orElse(0));
        }
        return rounds.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .values()
                .stream()
                .toList();
    }

    private void climb(long segment, Set<Long> found) {
        if (found.add(segment)) {
            usersOf(segment).forEach(user -> climb(user, found));
        }
    }

    private void place(long segment, Set<Long> ordered, Set<Long> under) {
        if (ordered.contains(segment) || !uses.containsKey(segment) || !under.add(segment)) {
            return;
        }
        uses.get(segment).forEach(used -> place(used, ordered, under));
        under.remove(segment);
        ordered.add(segment);
    }

    /** The segments a rule speaks of. */
    static Set<Long> used(RuleNode rule) {
        Set<Long> found = new LinkedHashSet<>();
        nodes(rule)
                .filter(node -> node.kind() == RuleNode.Kind.SEGMENT)
                .flatMap(node -> node.values().stream())
                .filter(value -> value.matches("\\d{1,18}"))
                .forEach(value -> found.add(Long.valueOf(value)));
        return found;
    }

    /** Whether a rule speaks of a tag. */
    static boolean usesTag(RuleNode rule, long tag) {
        return nodes(rule)
                .anyMatch(node ->
                        node.kind() == RuleNode.Kind.TAGS && node.values().contains(Long.toString(tag)));
    }

    private static Stream<RuleNode> nodes(RuleNode node) {
        return Stream.concat(Stream.of(node), node.parts().stream().flatMap(SegmentGraph::nodes));
    }
}
