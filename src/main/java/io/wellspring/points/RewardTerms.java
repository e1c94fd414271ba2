package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a reward is and what it costs.
 *
 * @param perUser how many one user may redeem; empty is as many as they can pay
 * @param leastTier only for users of this tier or above, by its number through all versions; empty is for everybody
 * @param validFrom the first business day it is on offer
 * @param validUntil the last one
 * @throws RuleUnfit if a number is out of range
 * @throws TextUnfit if the name or the description is too short or too long
 * @throws RewardDaysUnclear if it ends before it begins
 */
public record RewardTerms(
        String name,
        String description,
        long price,
        Supply supply,
        Optional<Integer> perUser,
        Optional<Integer> leastTier,
        LocalDate validFrom,
        Optional<LocalDate> validUntil) {

    public RewardTerms {
        name = name.strip();
        description = description.strip();
        TextUnfit.unlessWithin("name", name, 1, 80);
        TextUnfit.unlessWithin("description", description, 0, 500);
        RuleUnfit.unlessWithin("price", price, 1, 1_000_000_000);
        perUser.ifPresent(limit -> RuleUnfit.unlessWithin("perUser", limit, 1, 1_000_000));
        leastTier.ifPresent(tier -> RuleUnfit.unlessWithin("leastTier", tier, 1, 1_000_000));
        if (validFrom.getYear() < 1900 || validFrom.getYear() >= 2200) {
            throw new RewardDaysUnclear("validFrom");
        }
        if (validUntil
                .filter(last -> last.isBefore(validFrom) || last.getYear() >= 2200)
                .isPresent()) {
            throw new RewardDaysUnclear("validUntil");
        }
    }

    /** The same, with so much of it. */
    RewardTerms with(Supply other) {
        return new RewardTerms(name, description, price, other, perUser, leastTier, validFrom, validUntil);
    }
}
