package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The key stands for something else already. */
public final class PaidKeyTaken extends Refusal.Conflict {

    PaidKeyTaken(String key) {
        super(key);
    }
}
