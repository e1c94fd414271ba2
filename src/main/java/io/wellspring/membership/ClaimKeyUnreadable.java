package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** A key is empty, too long, or not printable. */
public final class ClaimKeyUnreadable extends Refusal.Rejected {

    ClaimKeyUnreadable(int longest) {
        super(longest);
    }
}
