package io.wellspring.users;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;
import java.util.Optional;

/** A user cannot be merged with itself. */
public final class SameUser extends Refusal.Rejected {

    SameUser(UserId user) {
        super(user.toString());
    }

    @Override
    public Optional<String> field() {
        return Optional.of("other");
    }
}
