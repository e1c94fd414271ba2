package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** The tag is no longer as whoever changes it has seen it. */
public final class TagChangedMeanwhile extends Refusal.Conflict {

    TagChangedMeanwhile(String name) {
        super(name);
    }
}
