package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Somebody decided on this adjustment already. */
public final class DecidedAlready extends Refusal.Conflict {

    DecidedAlready(String by) {
        super(by);
    }
}
