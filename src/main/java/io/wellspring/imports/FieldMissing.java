package io.wellspring.imports;

import io.wellspring.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A field without which the rows mean nothing has no column. */
public class FieldMissing extends Refusal.Rejected {

    FieldMissing(ImportField field) {
        super(new DefaultMessageSourceResolvable("imports.field." + field));
    }
}
