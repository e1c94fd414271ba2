package io.wellspring.segments;

import java.util.List;
import java.util.Set;

/**
 * What is wrong with one place of a rule, and where in it.
 *
 * @param boxes which of what was typed it is about; none if it is about the place as a whole
 * @param facts what its text speaks of, see {@link Fault}
 */
public record Flaw(Fault fault, Set<Box> boxes, List<String> facts) {

    /** Where something is typed. */
    public enum Box {
        /** The value, or the first of two. */
        VALUE,
        SECOND_VALUE,
        /** How many days. */
        DAYS,
        FIRST_DAY,
        LAST_DAY
    }

    public Flaw {
        boxes = Set.copyOf(boxes);
        facts = List.copyOf(facts);
    }

    static Flaw of(Fault fault) {
        return new Flaw(fault, Set.of(), List.of());
    }

    static Flaw of(Fault fault, Box box, String... facts) {
        return new Flaw(fault, Set.of(box), List.of(facts));
    }
}
