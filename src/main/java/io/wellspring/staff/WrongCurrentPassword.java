package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** The current password is not right. */
public final class WrongCurrentPassword extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("currentPassword");
    }
}
