package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** The segment is archived; nothing can be changed about it. */
public class SegmentArchived extends Refusal.Conflict {

    SegmentArchived(String name) {
        super(name);
    }
}
