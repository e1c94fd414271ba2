package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** The segment was listed; it has no rule. */
public class NoRuleToChange extends Refusal.Conflict {

    NoRuleToChange(String name) {
        super(name);
    }
}
