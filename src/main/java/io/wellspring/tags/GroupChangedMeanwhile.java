package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** The group is no longer as whoever changes it has seen it. */
public final class GroupChangedMeanwhile extends Refusal.Conflict {

    GroupChangedMeanwhile(String name) {
        super(name);
    }
}
