package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A group is called nothing, or too much. */
public final class GroupNameMissing extends Refusal.Rejected {

    GroupNameMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
