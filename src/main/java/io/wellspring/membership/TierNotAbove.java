package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A manager would give a tier that is not above the one held, which would change nothing. */
public final class TierNotAbove extends Refusal.Rejected {

    TierNotAbove() {
        super();
    }

    @Override
    public Optional<String> field() {
        return Optional.of("tier");
    }
}
