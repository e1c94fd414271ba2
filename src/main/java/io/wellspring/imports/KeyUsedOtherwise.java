package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Under this key something else was asked for before. */
public class KeyUsedOtherwise extends Refusal.Rejected {

    KeyUsedOtherwise(long importId) {
        super(importId);
    }
}
