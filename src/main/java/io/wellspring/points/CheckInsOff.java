package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** No manager has said yet what a check-in brings. */
public final class CheckInsOff extends Refusal.Conflict {

    CheckInsOff() {
        super();
    }
}
