package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is no such grant. */
public final class UnknownGrant extends Refusal.NotFound {

    UnknownGrant(long grant) {
        super(Long.toString(grant));
    }
}
