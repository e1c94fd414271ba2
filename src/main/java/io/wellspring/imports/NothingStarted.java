package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** Work on an import was asked for once more after it failed; by then the import waits for a person again. */
public class NothingStarted extends Refusal.Conflict {

    NothingStarted() {
        super();
    }
}
