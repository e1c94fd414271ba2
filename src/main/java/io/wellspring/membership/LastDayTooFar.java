package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Nobody can mean a last day so far ahead. */
public final class LastDayTooFar extends Refusal.Rejected {

    LastDayTooFar(LocalDate latest) {
        super(latest.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("lastDay");
    }
}
