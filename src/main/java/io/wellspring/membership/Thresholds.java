package io.wellspring.membership;

import io.wellspring.shared.Money;

/**
 * A {@link TierRule} as numbers to compare with: where all are asked for, what is not set is below every figure, else above.
 *
 * @param all whether each is asked for, else one of them
 */
record Thresholds(boolean all, long growth, long spend, long orders, long activeDays) {

    static Thresholds of(TierRule rule) {
        boolean all = rule.join() == Join.ALL || rule.isOpen();
        long unset = all ? Long.MIN_VALUE : Long.MAX_VALUE;
        return new Thresholds(
                all,
                rule.growth().orElse(unset),
                rule.spend().map(Money::minor).orElse(unset),
                rule.orders().map(Integer::longValue).orElse(unset),
                rule.activeDays().map(Integer::longValue).orElse(unset));
    }

    /** Whether the figures of a user are at least as much. */
    boolean metBy(FigureColumns figures, int place) {
        return all
                ? figures.growth()[place] >= growth
                        && figures.spend()[place] >= spend
                        && figures.orders()[place] >= orders
                        && figures.activeDays()[place] >= activeDays
                : figures.growth()[place] >= growth
                        || figures.spend()[place] >= spend
                        || figures.orders()[place] >= orders
                        || figures.activeDays()[place] >= activeDays;
    }
}
