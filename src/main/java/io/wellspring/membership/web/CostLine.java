package io.wellspring.membership.web;

import io.wellspring.membership.ExpectedCost;
import io.wellspring.membership.Tier;
import io.wellspring.shared.Money;

/** What the benefits of one tier of a draft cost in a month: now, and on its first day. */
record CostLine(Tier tier, ExpectedCost costsNow, ExpectedCost wouldCost) {

    public Money now() {
        return costsNow.rounded();
    }

    public Money draft() {
        return wouldCost.rounded();
    }

    public Money change() {
        return wouldCost.minus(costsNow).rounded();
    }

    /** How much the change is, up or down. */
    public Money size() {
        return new Money(Math.abs(change().minor()));
    }
}
