package io.wellspring.points;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many points of one rule a user gets at most; empty is as many as it gives.
 *
 * @throws RuleUnfit if a limit lets nothing through
 */
public record EarningLimits(Optional<Long> perDay, Optional<Long> perMonth, Optional<Long> ever) {

    static final EarningLimits NONE = new EarningLimits(Optional.empty(), Optional.empty(), Optional.empty());

    public EarningLimits {
        perDay.ifPresent(limit -> RuleUnfit.unlessWithin("dayCap", limit, 1, Points.MOST));
        perMonth.ifPresent(limit -> RuleUnfit.unlessWithin("monthCap", limit, 1, Points.MOST));
        ever.ifPresent(limit -> RuleUnfit.unlessWithin("totalCap", limit, 1, Points.MOST));
    }

    public boolean any() {
        return Stream.of(perDay, perMonth, ever).anyMatch(Optional::isPresent);
    }
}
