package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** So many points cannot be given or taken. */
public final class PointsOutOfRange extends Refusal.Rejected {

    PointsOutOfRange(long most) {
        super(most);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
