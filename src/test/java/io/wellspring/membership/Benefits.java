package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.LocalDate;
import java.util.Optional;

/** Benefits for tests, to be claimed from 2020 on. */
final class Benefits {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

    private Benefits() {}

    /** Free delivery: 5.00 a claim, without limit. */
    static BenefitTerms delivery() {
        return of(BenefitKind.PRIVILEGE, "Free delivery", "免邮", 500, Optional.empty(), Optional.empty());
    }

    /** A coupon: 20.00 a claim. */
    static BenefitTerms coupon(int times, QuotaPeriod period) {
        return of(BenefitKind.COUPON, "Coupon", "优惠券", 2_000, Optional.empty(), Optional.of(new Quota(times, period)));
    }

    /** 100 points for a birthday, good for 90 days, once a year: 1.00 a claim. */
    static BenefitTerms birthday() {
        return of(
                BenefitKind.POINTS,
                "Birthday points",
                "生日积分",
                100,
                Optional.of(new ClaimPoints(100, Optional.of(90))),
                Optional.of(new Quota(1, QuotaPeriod.YEAR)));
    }

    static BenefitTerms of(
            BenefitKind kind, String en, String zh, long cost, Optional<ClaimPoints> points, Optional<Quota> quota) {
        return new BenefitTerms(kind, en, zh, "", new Money(cost), points, quota, LONG_AGO, Optional.empty());
    }
}
