package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** The file has meanwhile been read in another way, with other columns than those that were matched. */
public class ColumnsChanged extends Refusal.Conflict {

    ColumnsChanged() {
        super();
    }
}
