package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** Text that is no rule: cut off, written by something else, or by a later version. */
public class UnreadableRule extends Refusal.Rejected {

    UnreadableRule(String fact) {
        super(fact);
    }
}
