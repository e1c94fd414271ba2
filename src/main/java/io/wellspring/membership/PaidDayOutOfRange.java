package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Something would be recorded on a day to come, or too long ago. */
public final class PaidDayOutOfRange extends Refusal.Rejected {

    PaidDayOutOfRange(LocalDate from, LocalDate to) {
        super(from.toString(), to.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("day");
    }
}
