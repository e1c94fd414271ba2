package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one must have done in a window: at least so much of each, or of one, of what is set.
 *
 * @param spend orders less refunds
 * @param activeDays days with an order or any activity
 */
public record TierRule(
        Join join,
        Optional<Long> growth,
        Optional<Money> spend,
        Optional<Integer> orders,
        Optional<Integer> activeDays) {

    public static final TierRule NONE =
            new TierRule(Join.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** So much growth value and nothing else. */
    public static TierRule growth(long least) {
        return new TierRule(Join.ALL, Optional.of(least), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether nothing is asked for. */
    public boolean isOpen() {
        return Stream.of(growth, spend, orders, activeDays).allMatch(Optional::isEmpty);
    }
}
