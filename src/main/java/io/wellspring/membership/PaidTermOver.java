package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** The paid term ended before the day. */
public final class PaidTermOver extends Refusal.Rejected {

    PaidTermOver(LocalDate lastDay) {
        super(lastDay.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("day");
    }
}
