package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A reward somebody gets for points.
 *
 * @param code what was handed out, if codes are
 * @param decision who fulfilled or cancelled it, and when
 */
public record Redemption(
        long id,
        UserId user,
        long rewardId,
        String reward,
        BusinessKey key,
        Points price,
        Optional<String> code,
        State state,
        Instant requestedAt,
        String requestedBy,
        Optional<Decision> decision) {

    /** Where it stands. Its points are spent from the beginning; cancelled, they return to their lots. */
    public enum State {
        RESERVED,
        FULFILLED,
        CANCELLED
    }

    public record Decision(String by, Instant at) {}
}
