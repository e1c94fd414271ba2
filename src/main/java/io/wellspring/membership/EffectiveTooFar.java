package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A version would begin to decide further ahead than anybody can mean. */
public final class EffectiveTooFar extends Refusal.Rejected {

    EffectiveTooFar(LocalDate latest) {
        super(latest.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("effectiveOn");
    }
}
