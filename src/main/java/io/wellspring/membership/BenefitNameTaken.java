package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another benefit has the name, in one of the languages. */
public final class BenefitNameTaken extends Refusal.Rejected {

    BenefitNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("nameEn");
    }
}
