package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** An address asks for a kind of entry, or a place on the line, that there is not. */
public final class UnreadableTimeline extends Refusal.Rejected {

    public UnreadableTimeline(String value) {
        super(value);
    }
}
