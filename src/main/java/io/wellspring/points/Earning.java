package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;

/**
 * Points a user gets.
 *
 * @param day the business day they are earned on
 * @param availableFrom the first business day they can be spent on
 * @throws PointsOutOfRange if they are none
 */
public record Earning(
        UserId user,
        Points amount,
        BusinessKey key,
        LocalDate day,
        LocalDate availableFrom,
        ExpiryPolicy expiry,
        Cause cause) {

    public Earning {
        amount.positive();
    }
}
