package io.wellspring.imports;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A field without which the rows mean nothing has no column. */
public final class FieldMissing extends MappingRefused {

    FieldMissing(ImportField field) {
        super("", new DefaultMessageSourceResolvable("imports.field." + field));
    }
}
