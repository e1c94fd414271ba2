package io.wellspring.membership;

import io.wellspring.shared.Money;

/** Plans of paid membership for tests: 100.00 for so many months in a tier. */
final class Plans {

    private Plans() {}

    static PlanTerms of(String name, int tier, int months) {
        return new PlanTerms(name, name, new Money(100_00), new TermLength(months, TermLength.Unit.MONTH), tier);
    }
}
