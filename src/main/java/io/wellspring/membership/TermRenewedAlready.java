package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.time.LocalDate;

/** Another term was paid for after the one that was to be renewed. */
public final class TermRenewedAlready extends Refusal.Conflict {

    TermRenewedAlready(LocalDate lastDay) {
        super(lastDay.toString());
    }
}
