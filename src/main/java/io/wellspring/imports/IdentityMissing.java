package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** No column tells whom the rows are about. */
public class IdentityMissing extends Refusal.Rejected {

    IdentityMissing() {
        super();
    }
}
