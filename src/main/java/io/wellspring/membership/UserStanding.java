package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a user stands.
 *
 * @param growth the growth value that counts towards tiers
 * @param total all growth value there ever was
 * @param since from which day on the user has held the tier
 * @param dueOn the first day the term no longer covers; empty is for good
 * @param decideOn when that is decided
 */
public record UserStanding(
        Tier tier,
        int version,
        long growth,
        long total,
        LocalDate since,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> decideOn,
        TierCause cause,
        Optional<Tier> next) {

    /** How much growth value the next tier asks for beyond what there is; empty if it asks for none. */
    public Optional<Long> missing() {
        return next.flatMap(tier -> tier.entry().growth()).map(least -> Math.max(0, least - growth));
    }
}
