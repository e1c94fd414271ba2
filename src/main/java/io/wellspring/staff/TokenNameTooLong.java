package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A token has too long a name. */
public final class TokenNameTooLong extends Refusal.Rejected {

    TokenNameTooLong(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
