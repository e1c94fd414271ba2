package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An earning or a spending taken back.
 *
 * @param original the key of what is taken back
 * @param amount how much of it; empty for all that is left
 * @throws PointsOutOfRange if it is none
 */
public record Reversal(BusinessKey original, Optional<Points> amount, BusinessKey key, LocalDate day, Cause cause) {

    public Reversal {
        amount.ifPresent(Points::positive);
    }
}
