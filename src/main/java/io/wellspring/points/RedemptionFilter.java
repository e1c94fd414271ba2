package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.util.Optional;

/** Which redemptions to show. */
public record RedemptionFilter(Optional<UserId> user, Optional<Redemption.State> state, Optional<Long> reward) {

    public static RedemptionFilter of(UserId user) {
        return new RedemptionFilter(Optional.of(user), Optional.empty(), Optional.empty());
    }
}
