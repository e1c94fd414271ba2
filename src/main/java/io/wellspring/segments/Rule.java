package io.wellspring.segments;

import io.wellspring.profiles.AttributeTest;
import io.wellspring.profiles.DayTest;
import io.wellspring.profiles.FieldTest;
import java.math.BigDecimal;
import java.util.List;

/** Who belongs to a segment: a tree of groups over conditions. */
public sealed interface Rule {

    /** How deep groups may stand in groups, the outermost being the first. */
    int DEEPEST = 5;
    /** How many conditions there may be in all. */
    int MOST_CONDITIONS = 50;

    /** Rules joined together; at least one. */
    sealed interface Group extends Rule {
        List<Rule> parts();
    }

    /** Every part is satisfied. */
    record All(List<Rule> parts) implements Group {
        public All {
            parts = someOf(parts);
        }
    }

    /** At least one part is satisfied. */
    record Any(List<Rule> parts) implements Group {
        public Any {
            parts = someOf(parts);
        }
    }

    /** No part is satisfied. */
    record None(List<Rule> parts) implements Group {
        public None {
            parts = someOf(parts);
        }
    }

    /** A field of the profile. */
    record Field(FieldTest test) implements Rule {}

    /** An attribute of the company's own. */
    record Attribute(AttributeTest test) implements Rule {}

    /** Which of some tags the user has. */
    record Tagged(Having having, List<Long> tags) implements Rule {
        public Tagged {
            tags = List.copyOf(tags);
            if (tags.isEmpty()) {
                throw new IllegalArgumentException("No tags");
            }
        }
    }

    enum Having {
        ANY,
        ALL,
        NONE
    }

    /** Whether the user is a member of another segment, as of its last refresh. */
    record Member(boolean in, long segment) implements Rule {}

    /**
     * How often, or for how much, the user did something in some days.
     *
     * @param type which type of activity; empty for orders and refunds
     * @param bound a whole number of times, or an amount in minor units, which can be below zero
     */
    record Did(Deed deed, String type, Comparison comparison, long bound, When when) implements Rule {
        public Did {
            if ((deed == Deed.ACTIVITY) == type.isEmpty()) {
                throw new IllegalArgumentException("Only activity has a type");
            }
            if (deed != Deed.SPENT && (bound < 0 || (bound == 0 && comparison == Comparison.AT_LEAST))) {
                throw new IllegalArgumentException("Everybody did it at least " + bound + " times");
            }
        }

        /** Whether who did nothing satisfies it. */
        boolean satisfiedByNothing() {
            return satisfiedBy(BigDecimal.ZERO);
        }

        boolean satisfiedBy(BigDecimal done) {
            int compared = done.compareTo(BigDecimal.valueOf(bound));
            return switch (comparison) {
                case AT_LEAST -> compared >= 0;
                case AT_MOST -> compared <= 0;
                case EXACTLY -> compared == 0;
            };
        }
    }

    /**
     * On which day the user did something first, or last, up to the day asked about.
     *
     * @param type which type of activity
     */
    record Moment(boolean first, String type, DayTest test) implements Rule {}

    enum Deed {
        /** Placed orders, counted. */
        ORDERS,
        /** Paid, refunds taken off. */
        SPENT,
        /** Was given money back, counted. */
        REFUNDS,
        /** Did something else, counted. */
        ACTIVITY
    }

    enum Comparison {
        AT_LEAST,
        AT_MOST,
        EXACTLY
    }

    /** The next birthday is on one of the days from the day asked about on, which is the first. */
    record Birthday(int days) implements Rule {
        public static final int MOST_DAYS = 366;

        public Birthday {
            if (days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("A birthday comes within a year: " + days);
            }
        }
    }

    private static List<Rule> someOf(List<Rule> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A group of nothing");
        }
        return List.copyOf(parts);
    }
}
