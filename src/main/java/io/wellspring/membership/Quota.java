package io.wellspring.membership;

/** How often one user may claim a benefit in a period. */
public record Quota(int times, QuotaPeriod period) {

    static final int MOST = 10_000;

    public Quota {
        BenefitUnclear.unlessWithin("quota", times, 1, MOST);
    }
}
