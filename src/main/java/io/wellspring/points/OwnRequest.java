package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Nobody approves their own adjustment. */
public final class OwnRequest extends Refusal.Rejected {

    OwnRequest() {
        super();
    }
}
