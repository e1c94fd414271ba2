package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another plan has the name. */
public final class PlanNameTaken extends Refusal.Rejected {

    private final String field;

    /** @param field the form's, of the language it is taken in */
    PlanNameTaken(String field, String name) {
        super(name);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
