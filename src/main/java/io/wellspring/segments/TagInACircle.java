package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** The rule of the segment, or of one it builds on, speaks of the tag it is to give. */
public class TagInACircle extends Refusal.Rejected {

    TagInACircle(String name) {
        super(name);
    }
}
