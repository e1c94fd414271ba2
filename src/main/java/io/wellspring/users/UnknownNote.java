package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** There is no note of this number about this user, or it was removed. */
public final class UnknownNote extends Refusal.NotFound {

    UnknownNote(long note) {
        super(Long.toString(note));
    }
}
