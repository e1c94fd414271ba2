package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** There is a newer version of the earning rule, or it has another name, than whoever changes it has seen. */
public final class EarningRuleChangedMeanwhile extends Refusal.Conflict {

    EarningRuleChangedMeanwhile(String name) {
        super(name);
    }
}
