package io.wellspring.users;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Nothing tells how the user said so, or too much does. */
public final class ConsentReasonMissing extends Refusal.Rejected {

    ConsentReasonMissing(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("reason");
    }
}
