package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** All of it was taken back already. */
public final class NothingLeft extends Refusal.Conflict {

    NothingLeft(BusinessKey key) {
        super(key.text());
    }
}
