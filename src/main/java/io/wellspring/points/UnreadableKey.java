package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** A business key is empty, too long, or not printable. */
public final class UnreadableKey extends Refusal.Rejected {

    UnreadableKey(int longest) {
        super(longest);
    }
}
