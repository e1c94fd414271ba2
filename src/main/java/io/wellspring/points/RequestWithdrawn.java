package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Who asked for this adjustment has withdrawn it. */
public final class RequestWithdrawn extends Refusal.Conflict {

    RequestWithdrawn(String by) {
        super(by);
    }
}
