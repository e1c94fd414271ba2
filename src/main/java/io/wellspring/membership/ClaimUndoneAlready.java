package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The claim was undone before. */
public final class ClaimUndoneAlready extends Refusal.Conflict {

    ClaimUndoneAlready() {
        super();
    }
}
