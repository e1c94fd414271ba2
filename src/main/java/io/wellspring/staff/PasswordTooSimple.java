package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The password is the e-mail address, or one character over and over. */
public final class PasswordTooSimple extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("password");
    }
}
