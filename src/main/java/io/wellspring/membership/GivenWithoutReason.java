package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Nobody says why, or at too great a length. */
public final class GivenWithoutReason extends Refusal.Rejected {

    GivenWithoutReason(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("reason");
    }
}
