package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A token that may do nothing is none. */
public final class ScopeMissing extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("scopes");
    }
}
