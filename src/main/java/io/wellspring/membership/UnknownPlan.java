package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is no such plan. */
public final class UnknownPlan extends Refusal.NotFound {

    UnknownPlan(long plan) {
        super(plan);
    }
}
