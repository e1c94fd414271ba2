package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A token would have expired before it was created. */
public final class ExpiryInThePast extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("expires");
    }
}
