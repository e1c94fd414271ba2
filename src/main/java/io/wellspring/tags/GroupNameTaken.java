package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another group is called so. */
public final class GroupNameTaken extends Refusal.Conflict {

    GroupNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
