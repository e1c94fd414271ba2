package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A version would begin to decide on days that were decided already. */
public final class EffectiveTooEarly extends Refusal.Rejected {

    EffectiveTooEarly(LocalDate earliest) {
        super(earliest.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("effectiveOn");
    }
}
