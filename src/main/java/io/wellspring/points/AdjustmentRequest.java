package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An adjustment that waits for a second manager, or what became of it.
 *
 * @param lastDay until when points given can be spent; empty is for good
 * @param own whether who is asking asked for it, and so may withdraw it, but not decide on it
 */
public record AdjustmentRequest(
        long id,
        UserId user,
        Points amount,
        String reason,
        Optional<LocalDate> lastDay,
        String requestedBy,
        Instant requestedAt,
        State state,
        Optional<Decision> decision,
        boolean own) {

    public enum State {
        PENDING,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    /** @param why what was said to who asked; empty where it was approved */
    public record Decision(String by, Instant at, String why) {}
}
