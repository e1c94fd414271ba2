package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** More was to be taken than can be spent on that day. */
public final class InsufficientPoints extends Refusal.Conflict {

    InsufficientPoints(Points asked, Balance balance) {
        super(asked.value(), balance.available().value());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
