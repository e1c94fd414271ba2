package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The user has no tier by hand that could be taken back. */
public final class NoManualTier extends Refusal.Rejected {

    NoManualTier() {
        super();
    }

    @Override
    public Optional<String> field() {
        return Optional.of("reason");
    }
}
