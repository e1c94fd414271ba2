package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** More was to be taken back than is left of it. */
public final class MoreThanIsLeft extends Refusal.Conflict {

    MoreThanIsLeft(BusinessKey key, Points asked, Points left) {
        super(key.text(), asked.value(), left.value());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
