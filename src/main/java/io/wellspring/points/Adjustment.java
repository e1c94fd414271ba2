package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;

/**
 * What a manager puts right.
 *
 * @param amount up, as a lot of its own, or down, as if it were spent
 * @param expiry until when a lot can be spent; says nothing of taking
 * @throws PointsOutOfRange if it changes nothing
 * @throws ReasonMissing if nobody says why
 */
public record Adjustment(
        UserId user, Points amount, BusinessKey key, LocalDate day, ExpiryPolicy expiry, String reason) {

    static final String SOURCE = "adjustment";

    public Adjustment {
        if (amount.within().value() == 0) {
            throw PointsOutOfRange.not0(Points.MOST);
        }
        reason = Cause.said(reason);
    }

    Cause cause() {
        return new Cause(SOURCE, reason);
    }
}
