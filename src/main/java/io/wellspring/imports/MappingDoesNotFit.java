package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** A remembered mapping is for files with another header. */
public class MappingDoesNotFit extends Refusal.Rejected {

    MappingDoesNotFit(String name) {
        super(name);
    }
}
