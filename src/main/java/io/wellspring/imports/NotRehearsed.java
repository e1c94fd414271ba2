package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** An import is committed only after a rehearsal of just these settings. */
public class NotRehearsed extends Refusal.Conflict {

    NotRehearsed() {
        super();
    }
}
