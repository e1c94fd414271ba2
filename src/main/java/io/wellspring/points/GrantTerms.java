package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What each of many users is to get.
 *
 * @param name what staff call it
 * @param amount points for each user
 * @param reason what users read in their statements
 * @param lastDay until when they can be spent; empty is for good
 * @throws GrantNameMissing if it has no name, or too long a one
 * @throws PointsOutOfRange if it gives nothing
 * @throws ReasonMissing if nobody says why
 */
public record GrantTerms(String name, Points amount, String reason, Optional<LocalDate> lastDay) {

    static final int LONGEST_NAME = 80;

    public GrantTerms {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new GrantNameMissing(LONGEST_NAME);
        }
        amount = amount.positive();
        reason = Cause.said(reason);
    }

    /**
     * All of it, for so many users.
     *
     * @throws PointsOutOfRange if that is more than any ledger keeps
     */
    Points forAll(long users) {
        if (amount.value() > Points.MOST / Math.max(1, users)) {
            throw PointsOutOfRange.above0(Points.MOST / Math.max(1, users));
        }
        return new Points(amount.value() * users);
    }

    /** @throws ExpiresBeforeItBegins if it would be over before it can be spent */
    void requireLater(LocalDate day) {
        ExpiryPolicy.of(lastDay).lastDay(day);
    }
}
