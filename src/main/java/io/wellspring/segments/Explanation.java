package io.wellspring.segments;

import java.time.LocalDate;
import java.util.Map;

/**
 * Why a user satisfies a rule, or does not.
 *
 * @param satisfied whether the user satisfies each finished place; the root is the whole
 * @param values what the user has where a condition looks at one value: text as it is stored, amounts in whole units; absent where there
 *     is none
 * @param asOf the day asked about
 */
public record Explanation(
        RuleReading reading, Map<String, Boolean> satisfied, Map<String, String> values, LocalDate asOf) {

    public Explanation {
        satisfied = Map.copyOf(satisfied);
        values = Map.copyOf(values);
    }
}
