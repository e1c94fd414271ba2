package io.wellspring.points;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Terms of rules without limits; for points that never expire, where nothing else is said. */
final class PlainRules {

    static final LocalDate START = LocalDate.parse("2026-01-01");

    private PlainRules() {}

    static EarningBasis orders(long points, Money per) {
        return new EarningBasis.OrderAmount(points, per);
    }

    static EarningTerms terms(EarningBasis basis) {
        return from(START.toString(), basis);
    }

    static EarningTerms from(String day, EarningBasis basis) {
        return new EarningTerms(
                basis, 0, 100, EarningLimits.NONE, 0, new ExpiryPolicy.Never(), LocalDate.parse(day), Optional.empty());
    }

    static EarningTerms goodForTenDays(EarningBasis basis, int availableAfter) {
        return new EarningTerms(
                basis,
                0,
                100,
                EarningLimits.NONE,
                availableAfter,
                new ExpiryPolicy.AfterDays(10),
                START,
                Optional.empty());
    }

    /** A point for each 1.00, for who is in one of these segments, from a day on that is before all figures. */
    static EarningTerms limited(Long... segments) {
        return from("2011-01-01", orders(1, new Money(100))).onlyFor(Set.of(segments));
    }
}
