package io.wellspring.segments;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another segment is called so. */
public class SegmentNameTaken extends Refusal.Conflict {

    SegmentNameTaken(String name) {
        super(name);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
