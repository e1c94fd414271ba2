package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The reward is no longer as whoever changes it has seen it. */
public final class RewardChangedMeanwhile extends Refusal.Conflict {

    RewardChangedMeanwhile(String name) {
        super(name);
    }
}
