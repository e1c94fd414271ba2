package io.wellspring.segments;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A segment needs a name, and not too long a one. */
public class SegmentNameMissing extends Refusal.Rejected {

    SegmentNameMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
