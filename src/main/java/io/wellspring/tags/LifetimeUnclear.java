package io.wellspring.tags;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** A tag cannot last so long, or so short. */
public final class LifetimeUnclear extends Refusal.Rejected {

    LifetimeUnclear(int longest) {
        super(longest);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("lifetimeDays");
    }
}
