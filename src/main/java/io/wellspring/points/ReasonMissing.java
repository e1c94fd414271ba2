package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Nobody says why, or at too great a length. */
public final class ReasonMissing extends Refusal.Rejected {

    ReasonMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("reason");
    }
}
