package io.wellspring.membership;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** An adjustment changes nothing, or too much. */
public final class GrowthOutOfRange extends Refusal.Rejected {

    GrowthOutOfRange(long most) {
        super(most);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("amount");
    }
}
