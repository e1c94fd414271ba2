package io.wellspring.segments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which segments build on which others: by speaking of them, or of a tag that follows them. */
final class SegmentGraph {

    private final Map<Long, RuleNode> rules;
    private final Map<Long, Long> feeders;
    private final Map<Long, Set<Long>> uses = new LinkedHashMap<>();

    /**
     * @param rules the rule of each segment; listed ones have an empty one
     * @param feeders which segment gives a tag, for each tag that one gives
     */
    SegmentGraph(Map<Long, RuleNode> rules, Map<Long, Long> feeders) {
        this.rules = new LinkedHashMap<>(rules);
        this.feeders = Map.copyOf(feeders);
        rules.forEach((segment, rule) -> {
            Set<Long> used = used(rule);
            tags(rule).forEach(tag -> Optional.ofNullable(feeders.get(tag)).ifPresent(used::add));
            uses.put(segment, used);
        });
    }

    /** Those whose rule speaks of a segment. */
    List<Long> usersOf(long segment) {
        return rules.entrySet().stream()
                .filter(entry -> used(entry.getValue()).contains(segment))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A segment and all that build on it, however far away: what its own rule must not speak of. */
    Set<Long> above(long segment) {
        Set<Long> found = new HashSet<>();
        climb(segment, found);
        return found;
    }

    /** The tags given by a segment or by one that builds on it: of these, too, its own rule must not speak. */
    Set<Long> tagsAbove(long segment) {
        Set<Long> above = above(segment);
        return feeders.entrySet().stream()
                .filter(entry -> above.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whether a segment would come back to itself by giving a tag: if its rule, or one it builds on, speaks of the tag. */
    boolean turnsInACircle(long segment, long tag) {
        return rules.entrySet().stream()
                .filter(entry -> tags(entry.getValue()).contains(tag))
                .anyMatch(entry -> above(entry.getKey()).contains(segment));
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
            uses.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(segment))
                    .forEach(entry -> climb(entry.getKey(), found));
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
        return numbers(rule, RuleNode.Kind.SEGMENT);
    }

    /** Whether a rule speaks of a tag. */
    static boolean usesTag(RuleNode rule, long tag) {
        return tags(rule).contains(tag);
    }

    private static Set<Long> tags(RuleNode rule) {
        return numbers(rule, RuleNode.Kind.TAGS);
    }

    private static Set<Long> numbers(RuleNode rule, RuleNode.Kind of) {
        Set<Long> found = new LinkedHashSet<>();
        nodes(rule)
                .filter(node -> node.kind() == of)
                .flatMap(node -> node.values().stream())
                .filter(value -> value.matches("\\d{1,18}"))
                .forEach(value -> found.add(Long.valueOf(value)));
        return found;
    }

    private static Stream<RuleNode> nodes(RuleNode node) {
        return Stream.concat(Stream.of(node), node.parts().stream().flatMap(SegmentGraph::nodes));
    }
}
