package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Nothing of the reward is left. */
public final class OutOfStock extends Refusal.Conflict {

    OutOfStock(String name) {
        super(name);
    }
}
