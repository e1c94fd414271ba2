package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** There is no remembered mapping of this name or number. */
public class UnknownMapping extends Refusal.NotFound {

    UnknownMapping(String name) {
        super(name);
    }
}
