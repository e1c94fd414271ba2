package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** There is no import of this number. */
public class UnknownImport extends Refusal.NotFound {

    public UnknownImport(long id) {
        super(Long.toString(id));
    }
}
