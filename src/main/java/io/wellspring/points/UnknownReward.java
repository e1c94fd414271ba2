package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is no such reward. */
public final class UnknownReward extends Refusal.NotFound {

    UnknownReward(long reward) {
        super(Long.toString(reward));
    }
}
