package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** A rule that gives nothing today cannot be stopped from tomorrow on. */
public final class NothingToStop extends Refusal.Conflict {

    NothingToStop(String name) {
        super(name);
    }
}
