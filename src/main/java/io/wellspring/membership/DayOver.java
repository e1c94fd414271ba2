package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A tier would end before it holds. */
public final class DayOver extends Refusal.Rejected {

    DayOver(LocalDate asOf) {
        super(asOf.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("lastDay");
    }
}
