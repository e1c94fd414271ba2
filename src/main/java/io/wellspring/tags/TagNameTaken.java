package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another tag of the group is called so. */
public final class TagNameTaken extends Refusal.Conflict {

    TagNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
