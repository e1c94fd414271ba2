package io.wellspring.membership;

import io.wellspring.shared.Money;
import io.wellspring.shared.Refusal;
import java.util.Optional;

/** More would be given back than was paid, or nothing. */
public final class RefundOutOfRange extends Refusal.Rejected {

    RefundOutOfRange(Money most) {
        super(most);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
