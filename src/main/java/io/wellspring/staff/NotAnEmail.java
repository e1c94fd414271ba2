package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** That is not an e-mail address. */
public final class NotAnEmail extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("email");
    }
}
