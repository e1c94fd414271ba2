package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** A grant is no longer, or not yet, where that can be done to it. */
public final class GrantDecided extends Refusal.Conflict {

    GrantDecided(long grant) {
        super(Long.toString(grant));
    }
}
