package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** The members of the segment would lose a tag, which managers decide. */
public class ArchivingTakesATag extends Refusal.Rejected {

    ArchivingTakesATag(String name) {
        super(name);
    }
}
