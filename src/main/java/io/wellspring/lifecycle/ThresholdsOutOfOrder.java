package io.wellspring.lifecycle;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Thresholds by which a later stage would not begin later. */
public class ThresholdsOutOfOrder extends Refusal.Rejected {

    private final String field;

    ThresholdsOutOfOrder(String field) {
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
