package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Background work is under way on this import; what it reads must not change. */
public class ImportBusy extends Refusal.Conflict {

    ImportBusy() {
        super();
    }
}
