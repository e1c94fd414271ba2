package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Users have another tag of the single choice a tag is to move to. */
public final class BesideInGroup extends Refusal.Conflict {

    BesideInGroup(long users) {
        super(users);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("groupId");
    }
}
