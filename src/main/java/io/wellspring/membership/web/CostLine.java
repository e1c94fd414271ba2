package io.wellspring.membership.web;

import io.wellspring.membership.Tier;
import io.wellspring.shared.Money;

/** What the benefits of one tier of a draft cost in a month: now, and on its first day. */
record CostLine(Tier tier, Money now, Money draft) {

    public Money change() {
        return draft.minus(now);
    }

    /** How much the change is, up or down. */
    public Money size() {
        return new Money(Math.abs(change().minor()));
    }
}
