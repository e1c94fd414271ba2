package io.wellspring.segments;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a written rule means, as far as it means something.
 *
 * @param rules the rule at each place that is finished; the root's is the whole
 * @param faults what is wrong at each place that is not; a group is as wrong as its parts without being named
 */
public record RuleReading(Map<String, Rule> rules, Map<String, Fault> faults) {

    public RuleReading {
        rules = Map.copyOf(rules);
        faults = Map.copyOf(faults);
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

    /** The whole rule, if nothing is wrong with it. */
    public Optional<Rule> rule() {
        return faults.isEmpty() ? Optional.ofNullable(rules.get("")) : Optional.empty();
    }

    /** The rule at a place that is finished. */
    Rule at(String place) {
        return Objects.requireNonNull(rules.get(place));
    }

    /** Whether something it speaks of is gone. */
    public boolean hasLoss() {
        return faults.values().stream().anyMatch(Fault::isLoss);
    }
}
