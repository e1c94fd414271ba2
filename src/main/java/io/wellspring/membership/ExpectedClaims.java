package io.wellspring.membership;

import java.util.Optional;

/**
 * How often a user whom a tier grants a benefit is expected to claim it in a month.
 *
 * @param claims how often it was claimed in the last twelve months
 * @param months in how many of them it could be: at most twelve, one that has begun is one
 * @param entitled how many users it is granted to now
 */
public record ExpectedClaims(Benefit benefit, Basis basis, long claims, int months, long entitled) {

    private static final int MONTHS_OF_YEAR = 12;

    /** What the expectation is taken from. */
    public enum Basis {
        /** Claims ÷ months ÷ users entitled. */
        OBSERVED,
        /** Nothing was ever claimed: all of the quota is. */
        QUOTA,
        /** Nothing was ever claimed and there is no quota: once a month. */
        ONCE_A_MONTH
    }

    static ExpectedClaims of(Benefit benefit, BenefitFigures figures, int months, long entitled) {
        Basis unseen = benefit.terms().quota().isPresent() ? Basis.QUOTA : Basis.ONCE_A_MONTH;
        Basis basis = figures.ever() && entitled > 0 ? Basis.OBSERVED : unseen;
        return new ExpectedClaims(benefit, basis, figures.claims(), months, entitled);
    }

    /** Claims of one user in one month, in a tier. A quota of a term without an end, or of all time, is spread over a year. */
    public double perUserAndMonth(Tier tier) {
        return switch (basis) {
            case OBSERVED -> (double) claims / months / entitled;
            case QUOTA -> benefit.terms().quota().map(quota -> of(quota, tier)).orElse(0.0);
            case ONCE_A_MONTH -> 1;
        };
    }

    /** What a user of a tier costs in a month, in minor units. */
    double costPerUser(Tier tier) {
        return perUserAndMonth(tier) * benefit.terms().cost().minor();
    }

    private static double of(Quota quota, Tier tier) {
        return switch (quota.period()) {
            case MONTH -> quota.times();
            case YEAR, EVER -> (double) quota.times() / MONTHS_OF_YEAR;
            case TERM ->
                (double) quota.times()
                        / Optional.of(tier).flatMap(Tier::validityMonths).orElse(MONTHS_OF_YEAR);
        };
    }
}
