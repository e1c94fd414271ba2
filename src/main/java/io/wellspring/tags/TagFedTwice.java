package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** Another segment gives and takes this tag already. */
public final class TagFedTwice extends Refusal.Conflict {

    TagFedTwice(String name, long segmentId) {
        super(name, Long.toString(segmentId));
    }
}
