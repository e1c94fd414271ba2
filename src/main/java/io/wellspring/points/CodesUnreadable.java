package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** What should hold codes, one in each line, is no text. */
public final class CodesUnreadable extends Refusal.Rejected {

    @Override
    public Optional<String> field() {
        return Optional.of("codes");
    }
}
