package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A person needs a name. */
public final class NameMissing extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
