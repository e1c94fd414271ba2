package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is no such claim. */
public final class UnknownClaim extends Refusal.NotFound {

    public UnknownClaim() {
        super();
    }
}
