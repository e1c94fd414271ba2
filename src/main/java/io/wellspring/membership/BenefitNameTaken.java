package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another benefit has the name, in one of the languages. */
public final class BenefitNameTaken extends Refusal.Rejected {

    private final String field;

    /** @param field the form's, of the language it is taken in */
    BenefitNameTaken(String field, String name) {
        super(name);
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
