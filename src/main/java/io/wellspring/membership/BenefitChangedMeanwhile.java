package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The benefit is no longer as whoever changes it has seen it. */
public final class BenefitChangedMeanwhile extends Refusal.Conflict {

    BenefitChangedMeanwhile(String name) {
        super(name);
    }
}
