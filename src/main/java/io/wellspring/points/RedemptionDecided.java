package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The redemption is fulfilled or cancelled already. */
public final class RedemptionDecided extends Refusal.Conflict {

    RedemptionDecided(long redemption) {
        super(Long.toString(redemption));
    }
}
