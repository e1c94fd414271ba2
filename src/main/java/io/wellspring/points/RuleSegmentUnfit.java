package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A rule cannot be limited to this segment: it was put away, or there is none. */
public final class RuleSegmentUnfit extends Refusal.Rejected {

    RuleSegmentUnfit(String segment) {
        super(segment);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("segments");
    }
}
