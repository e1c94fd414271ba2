package io.wellspring.membership;

import io.wellspring.shared.Money;

/** What benefits are expected to cost in a month: exact, so that sums and differences are rounded once. */
public record ExpectedCost(Fraction minor) {

    public static final ExpectedCost NONE = new ExpectedCost(Fraction.ZERO);

    public ExpectedCost plus(ExpectedCost other) {
        return new ExpectedCost(minor.plus(other.minor));
    }

    public ExpectedCost minus(ExpectedCost other) {
        return new ExpectedCost(minor.minus(other.minor));
    }

    public Money rounded() {
        return new Money(minor.rounded());
    }
}
