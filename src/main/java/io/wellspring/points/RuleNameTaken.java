package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another rule has this name. */
public final class RuleNameTaken extends Refusal.Conflict {

    RuleNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
