package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The benefit cannot be claimed that day: it is retired, or its days are over or still to come. */
public final class BenefitNotActive extends Refusal.Conflict {

    BenefitNotActive(String name) {
        super(name);
    }
}
