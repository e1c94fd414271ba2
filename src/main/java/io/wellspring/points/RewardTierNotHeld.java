package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The reward is for users of a higher tier. */
public final class RewardTierNotHeld extends Refusal.Conflict {

    RewardTierNotHeld(String name) {
        super(name);
    }
}
