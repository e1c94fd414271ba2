package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The user has no such paid term. */
public final class UnknownPaidTerm extends Refusal.NotFound {

    UnknownPaidTerm(long term) {
        super(term);
    }
}
