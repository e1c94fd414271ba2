package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A description says too much. */
public final class DescriptionTooLong extends Refusal.Rejected {

    DescriptionTooLong(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("description");
    }
}
