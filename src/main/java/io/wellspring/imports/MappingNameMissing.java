package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** A mapping is called nothing, or too much. */
public class MappingNameMissing extends Refusal.Rejected {

    MappingNameMissing(int longest) {
        super(longest);
    }
}
