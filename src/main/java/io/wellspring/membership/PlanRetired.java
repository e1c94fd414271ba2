package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The plan is not sold any more. */
public final class PlanRetired extends Refusal.Rejected {

    PlanRetired(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("plan");
    }
}
