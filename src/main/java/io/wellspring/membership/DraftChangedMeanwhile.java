package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** The draft is no longer as whoever changes it has seen it. */
public final class DraftChangedMeanwhile extends Refusal.Conflict {

    DraftChangedMeanwhile(int version) {
        super(version);
    }
}
