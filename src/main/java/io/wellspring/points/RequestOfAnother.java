package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Nobody withdraws an adjustment that somebody else asked for. */
public final class RequestOfAnother extends Refusal.Rejected {

    RequestOfAnother(String by) {
        super(by);
    }
}
