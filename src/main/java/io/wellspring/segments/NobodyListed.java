package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** A list in which nobody is known makes no segment. */
public class NobodyListed extends Refusal.Rejected {

    NobodyListed(long lines) {
        super(lines);
    }
}
