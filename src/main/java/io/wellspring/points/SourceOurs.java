package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another system names a source that only what Wellspring does itself is written under. */
public final class SourceOurs extends Refusal.Rejected {

    SourceOurs(String source) {
        super(source);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("source");
    }
}
