package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The key stands for another claim already. */
public final class ClaimKeyTaken extends Refusal.Conflict {

    ClaimKeyTaken() {
        super();
    }
}
