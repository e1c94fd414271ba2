package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What points buy.
 *
 * @param withdrawn whether managers took it off
 * @param picture what tells one picture of it from the next; empty if there is none
 * @param redeemed how often it was redeemed and not cancelled
 */
public record Reward(long id, RewardTerms terms, boolean withdrawn, Optional<String> picture, long redeemed) {

    /** Whether it may be redeemed on a day, as long as something is left. */
    public boolean offeredOn(LocalDate day) {
        return !withdrawn
                && !day.isBefore(terms.validFrom())
                && terms.validUntil().filter(day::isAfter).isEmpty();
    }
}
