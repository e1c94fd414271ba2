package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** This import is committed or discarded; it cannot be changed any more. */
public class ImportOver extends Refusal.Conflict {

    ImportOver() {
        super();
    }
}
