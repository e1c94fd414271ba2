package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** A field without which the rows mean nothing has no column. */
public class FieldMissing extends Refusal.Rejected {

    FieldMissing(ImportField field) {
        super(field.name());
    }
}
