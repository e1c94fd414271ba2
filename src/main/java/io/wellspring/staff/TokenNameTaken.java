package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Another token that is not revoked is called so. */
public final class TokenNameTaken extends Refusal.Conflict {

    @Override
    public Optional<String> field() {
        return Optional.of("name");
    }
}
