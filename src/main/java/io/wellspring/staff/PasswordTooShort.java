package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The password is too short. */
public final class PasswordTooShort extends Refusal.Rejected {

    PasswordTooShort(int least) {
        super(least);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("password");
    }
}
