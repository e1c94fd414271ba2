package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another reward has this name. */
public final class RewardNameTaken extends Refusal.Conflict {

    RewardNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
