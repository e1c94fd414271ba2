package io.wellspring.membership;

import java.util.Optional;

/**
 * The points a claim brings.
 *
 * @param number how many
 * @param days for how many days after that of the claim they can be spent; empty is for good
 * @throws BenefitUnclear if either is out of range
 */
public record ClaimPoints(long number, Optional<Integer> days) {

    static final long MOST = 1_000_000_000L;
    static final int MOST_DAYS = 36_500;

    public ClaimPoints {
        BenefitUnclear.unlessWithin("points", number, 1, MOST);
        days.ifPresent(some -> BenefitUnclear.unlessWithin("pointsDays", some, 1, MOST_DAYS));
    }
}
