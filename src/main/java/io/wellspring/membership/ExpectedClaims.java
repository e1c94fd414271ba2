package io.wellspring.membership;

import java.util.List;

/**
 * How often a user whom a tier grants a benefit is expected to claim it in a month.
 *
 * @param seen what there was to see of it in all tiers
 * @param inTiers what there was in each that somebody holds who is entitled to it by now; the lowest first
 */
public record ExpectedClaims(Benefit benefit, Basis basis, Seen seen, List<InTier> inTiers) {

    private static final int MONTHS_OF_YEAR = 12;

    public ExpectedClaims {
        inTiers = List.copyOf(inTiers);
    }

    /** What the expectation is taken from. */
    public enum Basis {
        /** Claims ÷ months ÷ users entitled: of the tier, or of all where nobody is entitled to it in that tier by now. */
        OBSERVED,
        /** Nothing was ever claimed: all of the quota is. */
        QUOTA,
        /** Nothing was ever claimed and there is no quota: once a month. */
        ONCE_A_MONTH
    }

    /**
     * What there was to see in the last twelve months.
     *
     * @param claims how often it was claimed
     * @param months in how many of them it could be: at most twelve, one that has begun is one
     * @param entitled how many users it is granted to now
     */
    public record Seen(long claims, int months, long entitled) {

        Fraction perUserAndMonth() {
            return Fraction.of(claims, months).dividedBy(entitled);
        }
    }

    /** What there was to see of those in a tier. */
    public record InTier(Tier tier, Seen seen) {}

    static ExpectedClaims of(Benefit benefit, boolean ever, Seen seen, List<InTier> inTiers) {
        Basis unseen = benefit.terms().quota().isPresent() ? Basis.QUOTA : Basis.ONCE_A_MONTH;
        return new ExpectedClaims(benefit, ever && seen.entitled() > 0 ? Basis.OBSERVED : unseen, seen, inTiers);
    }

    /** Claims of one user in one month, in a tier. A quota of a term without an end, or of all time, is spread over a year. */
    Fraction perUserAndMonth(Tier tier) {
        return switch (basis) {
            case OBSERVED -> seenIn(tier).perUserAndMonth();
            case QUOTA -> benefit.terms().quota().map(quota -> of(quota, tier)).orElse(Fraction.ZERO);
            case ONCE_A_MONTH -> Fraction.of(1, 1);
        };
    }

    private Seen seenIn(Tier tier) {
        return inTiers.stream()
                .filter(one -> one.tier().number() == tier.number())
                .findFirst()
                .map(InTier::seen)
                .orElse(seen);
    }

    /** What a user of a tier costs in a month, in minor units. */
    Fraction costPerUser(Tier tier) {
        return perUserAndMonth(tier).times(benefit.terms().cost().minor());
    }

    private static Fraction of(Quota quota, Tier tier) {
        return switch (quota.period()) {
            case MONTH -> Fraction.of(quota.times(), 1);
            case YEAR, EVER -> Fraction.of(quota.times(), MONTHS_OF_YEAR);
            case TERM -> Fraction.of(quota.times(), tier.validityMonths().orElse(MONTHS_OF_YEAR));
        };
    }
}
