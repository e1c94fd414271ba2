package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is no such adjustment to decide. */
public final class UnknownRequest extends Refusal.NotFound {

    UnknownRequest(long request) {
        super(Long.toString(request));
    }
}
