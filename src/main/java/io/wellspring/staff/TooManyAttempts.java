package io.wellspring.staff;

import io.wellspring.shared.Refusal;
import java.time.Duration;

/** So many attempts failed that the next has to wait. */
public final class TooManyAttempts extends Refusal.Rejected {

    private final long seconds;

    TooManyAttempts(Duration wait) {
        super(seconds(wait));
        this.seconds = seconds(wait);
    }

    /** How long to wait, in whole seconds. */
    public long seconds() {
        return seconds;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
