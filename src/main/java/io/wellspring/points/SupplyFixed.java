package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A reward that hands out codes goes on doing so, and no other begins to. */
public final class SupplyFixed extends Refusal.Conflict {

    SupplyFixed() {
        super();
    }

    @Override
    public Optional<String> field() {
        return Optional.of("supply");
    }
}
