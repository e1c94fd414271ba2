package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The user has redeemed as many of the reward as one user may. */
public final class RewardLimitReached extends Refusal.Conflict {

    RewardLimitReached(String name, int limit) {
        super(name, limit);
    }
}
