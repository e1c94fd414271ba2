package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;

/**
 * Points a user gives away.
 *
 * @param day the business day they are spent on: only lots that can be spent on it are drawn from
 * @throws PointsOutOfRange if they are none
 */
public record Spending(UserId user, Points amount, BusinessKey key, LocalDate day, Cause cause) {

    public Spending {
        amount.positive();
    }
}
