package io.wellspring.points;

import io.wellspring.shared.Refusal;
import java.util.Optional;

/** Other users would get a grant than when it was rehearsed, or nobody. */
public final class GranteesChanged extends Refusal.Conflict {

    GranteesChanged(long seen, long now) {
        super(seen, now);
    }

    @Override
    public Optional<String> field() {
        return Optional.of("users");
    }
}
