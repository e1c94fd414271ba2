package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Two columns claim to be the same field. */
public class FieldMappedTwice extends Refusal.Rejected {

    FieldMappedTwice(String column, String otherColumn) {
        super(column, otherColumn);
    }
}
