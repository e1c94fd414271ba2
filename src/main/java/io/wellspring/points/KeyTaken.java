package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** The business key stands for something else already. */
public final class KeyTaken extends Refusal.Conflict {

    KeyTaken(BusinessKey key) {
        super(key.text());
    }
}
