package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** Somebody else has changed the rule since it was opened. */
public class RuleChangedMeanwhile extends Refusal.Conflict {

    RuleChangedMeanwhile(String name) {
        super(name);
    }
}
