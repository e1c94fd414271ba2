package io.wellspring.profiles;

import io.wellspring.shared.Money;
import java.util.Arrays;

/** The amounts of everybody, the least first. */
final class SortedAmounts implements KeptAnswers.Weighed {

    private final long[] amounts;

    /** @param amounts minor units in any order */
    SortedAmounts(long[] amounts) {
        this.amounts = amounts.clone();
        Arrays.sort(this.amounts);
    }

    /** The share of all, between 0 and 1, that is at least as high; of nobody, nothing is. */
    double atLeast(Money amount) {
        int below = 0;
        int notBelow = amounts.length;
        while (below < notBelow) {
            int middle = (below + notBelow) >>> 1;
            if (amounts[middle] < amount.minor()) {
                below = middle + 1;
            } else {
                notBelow = middle;
            }
        }
        return amounts.length == 0 ? 0 : (double) (amounts.length - below) / amounts.length;
    }

    @Override
    public long bytes() {
        return (long) amounts.length * Long.BYTES;
    }
}
