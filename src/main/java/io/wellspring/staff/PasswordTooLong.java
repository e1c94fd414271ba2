package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The password is longer than anyone types. */
public final class PasswordTooLong extends Refusal.Rejected {

    PasswordTooLong(int most) {
        super(most);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("password");
    }
}
