package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Users have several tags of a group that is to be a single choice. */
public final class SeveralOfGroup extends Refusal.Conflict {

    SeveralOfGroup(long users) {
        super(users);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("choice");
    }
}
