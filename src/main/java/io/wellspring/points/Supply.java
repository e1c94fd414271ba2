package io.wellspring.points;

/** How much of a reward there is. */
public sealed interface Supply {

    /** Whether there is anything left. */
    boolean some();

    /** As much as anybody wants. */
    record Unlimited() implements Supply {

        @Override
        public boolean some() {
            return true;
        }
    }

    /** So many; what is reserved is off it. */
    record Stock(long left) implements Supply {

        public Stock {
            RuleUnfit.unlessWithin("stock", left, 0, 1_000_000_000);
        }

        @Override
        public boolean some() {
            return left > 0;
        }
    }

    /** As many as there are codes that nobody has. */
    record Codes(long left) implements Supply {

        @Override
        public boolean some() {
            return left > 0;
        }
    }
}
