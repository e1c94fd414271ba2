package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** An amount of money that points are given for is none. */
public final class AmountUnfit extends Refusal.Rejected {

    private final String field;

    AmountUnfit(String field) {
        super();
        this.field = field;
    }

    @Override
    public Optional<String> field() {
        return Optional.of(field);
    }
}
