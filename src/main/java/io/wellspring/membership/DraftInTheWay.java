package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is a draft already, which would be lost. */
public final class DraftInTheWay extends Refusal.Conflict {

    DraftInTheWay(int version) {
        super(version);
    }
}
