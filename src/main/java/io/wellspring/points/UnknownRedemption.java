package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is no such redemption. */
public final class UnknownRedemption extends Refusal.NotFound {

    UnknownRedemption(long redemption) {
        super(Long.toString(redemption));
    }
}
