package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Unpacked, the file becomes larger than any list of users or orders. */
public class ExpandsTooFar extends Refusal.Rejected {

    ExpandsTooFar(long megabytes) {
        super(megabytes);
    }
}
