package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** There is no such segment. */
public class NoSuchSegment extends Refusal.NotFound {

    NoSuchSegment(long id) {
        super(id);
    }
}
