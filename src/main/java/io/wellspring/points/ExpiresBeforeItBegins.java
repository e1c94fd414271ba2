package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Points would be over before they can be spent. */
public final class ExpiresBeforeItBegins extends Refusal.Rejected {

    ExpiresBeforeItBegins(LocalDate lastDay, LocalDate from) {
        super(lastDay.toString(), from.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("lastDay");
    }
}
