package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** A rule with something still missing or wrong in it cannot be kept. */
public class RuleUnfinished extends Refusal.Rejected {

    RuleUnfinished(int faults) {
        super(faults);
    }
}
