package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another plan has the name. */
public final class PlanNameTaken extends Refusal.Rejected {

    PlanNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("nameEn");
    }
}
