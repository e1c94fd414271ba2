package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The key is empty, too long or not printable. */
public final class UnreadablePaidKey extends Refusal.Rejected {

    UnreadablePaidKey(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("key");
    }
}
