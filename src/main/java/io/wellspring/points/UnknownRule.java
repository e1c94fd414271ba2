package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is no such earning rule. */
public final class UnknownRule extends Refusal.NotFound {

    UnknownRule(long rule) {
        super(Long.toString(rule));
    }
}
