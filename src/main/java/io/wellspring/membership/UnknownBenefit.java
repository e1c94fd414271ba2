package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is no such benefit. */
public final class UnknownBenefit extends Refusal.NotFound {

    UnknownBenefit(long benefit) {
        super(benefit);
    }
}
