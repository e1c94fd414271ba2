package io.wellspring.rfm;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** A day that has not come yet. */
public class DayInTheFuture extends Refusal.Rejected {

    DayInTheFuture(LocalDate day) {
        super(day.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("asOf");
    }
}
