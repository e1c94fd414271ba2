package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A rule shall look at something else than it did: it looks at the same for ever. */
public final class BasisFixed extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("activity");
    }
}
