package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** So many points cannot pay of this order: nothing may, it is more than may, or it is less than the smallest coin. */
public final class CashRefused extends Refusal.Rejected {

    CashRefused(long least, long most) {
        super(least, most);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
