package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Points pay nothing of an order: admins do not let them, or the order is too small. */
public final class NothingToPay extends Refusal.Rejected {

    NothingToPay() {
        super();
    }
}
