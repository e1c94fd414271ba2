package io.wellspring.segments;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a written rule means, as far as it means something.
 *
 * @param rules the rule at each place that is finished; the root's is the whole
 * @param flaws what is wrong at each place that is not; a group is as wrong as its parts without being named
 */
public record RuleReading(Map<String, Rule> rules, Map<String, Flaw> flaws) {

    public RuleReading {
        rules = Map.copyOf(rules);
        flaws = Map.copyOf(flaws);
    }

    /** A rule that is finished, by itself. */
    static RuleReading of(Rule rule) {
        Map<String, Rule> rules = new HashMap<>();
        gather("", rule, rules);
        return new RuleReading(rules, Map.of());
    }

    private static void gather(String path, Rule rule, Map<String, Rule> rules) {
        rules.put(path, rule);
        if (rule instanceof Rule.Group group) {
            for (int place = 0; place < group.parts().size(); place++) {
                gather(RuleNode.child(path, place), group.parts().get(place), rules);
            }
        }
    }

    /** The kind of what is wrong, by place. */
    public Map<String, Fault> faults() {
        return flaws.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, flaw -> flaw.getValue().fault()));
    }

    /** The whole rule, if nothing is wrong with it. */
    public Optional<Rule> rule() {
        return flaws.isEmpty() ? Optional.ofNullable(rules.get("")) : Optional.empty();
    }

    /** The rule at a place that is finished. */
    Rule at(String place) {
        return Objects.requireNonNull(rules.get(place));
    }

    /** Whether something it speaks of is gone. */
    public boolean hasLoss() {
        return flaws.values().stream().anyMatch(flaw -> flaw.fault().isLoss());
    }
}
