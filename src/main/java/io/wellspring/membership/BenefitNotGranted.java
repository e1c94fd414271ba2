package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The tier the user holds does not grant the benefit. */
public final class BenefitNotGranted extends Refusal.Conflict {

    BenefitNotGranted(String name) {
        super(name);
    }
}
