package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A tag is called nothing, or too much. */
public final class TagNameMissing extends Refusal.Rejected {

    TagNameMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
