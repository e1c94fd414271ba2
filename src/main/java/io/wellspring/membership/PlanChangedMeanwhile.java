package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The plan is no longer as whoever changes it has seen it. */
public final class PlanChangedMeanwhile extends Refusal.Conflict {

    PlanChangedMeanwhile(String name) {
        super(name);
    }
}
