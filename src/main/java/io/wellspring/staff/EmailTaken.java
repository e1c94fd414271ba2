package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Someone with this e-mail address is on the staff already. */
public final class EmailTaken extends Refusal.Conflict {

    @Override
    public Optional<String> field() {
        return Optional.of("email");
    }
}
