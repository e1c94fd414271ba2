package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.util.Optional;

/** One user of a grant, with what the user got by it; empty before, and where the user was merged or is gone. */
public record Grantee(UserId user, Optional<Share> share) {

    /**
     * @param given what the user got
     * @param settled what of it settled a debt at once
     * @param takenBack what was taken back with the whole grant
     */
    public record Share(long given, long settled, long left, long expired, long takenBack) {

        /** What was spent of it, less what was given back. */
        public long spent() {
            return given - settled - left - expired - takenBack;
        }
    }
}
