package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The reward is not on offer that day. */
public final class RewardNotOffered extends Refusal.Conflict {

    RewardNotOffered(String name) {
        super(name);
    }
}
