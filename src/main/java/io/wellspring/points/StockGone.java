package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** More would be taken off a stock than is left of it by now. */
public final class StockGone extends Refusal.Rejected {

    StockGone(long left) {
        super(left);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("stock");
    }
}
