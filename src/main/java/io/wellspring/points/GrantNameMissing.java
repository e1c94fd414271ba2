package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A grant has no name, or too long a one. */
public final class GrantNameMissing extends Refusal.Rejected {

    GrantNameMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
