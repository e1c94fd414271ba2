package io.wellspring.membership;

import java.util.Optional;

/**
 * A benefit a user's tier grants.
 *
 * @param tierId the tier, of its version
 * @param used how often it was claimed in the period of its quota; without a quota, ever
 * @param active whether it can be claimed on the day asked for, but for its quota
 */
public record UserBenefit(Benefit benefit, long tierId, long used, boolean active) {

    /** How often it can still be claimed in the period; empty is without limit. */
    public Optional<Long> left() {
        return benefit.terms().quota().map(quota -> Math.max(0, quota.times() - used));
    }

    public boolean claimable() {
        return active && left().filter(left -> left == 0).isEmpty();
    }
}
