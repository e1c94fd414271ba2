package io.wellspring.points;

import java.util.List;
import java.util.Optional;

/**
 * What users get for checking in day after day.
 *
 * @param steps the points of the first, second, … day in a row
 * @param expiresAfter through how many days later the points can be spent; empty is for good
 * @throws StepsUnfit if there is no step, too many, or one that gives nothing
 * @throws RuleUnfit if they are good for too long
 */
public record CheckInLadder(List<Long> steps, AfterLast afterLast, Optional<Integer> expiresAfter) {

    static final int MOST_STEPS = 365;

    /** What days after the last step bring. */
    public enum AfterLast {
        STAY,
        RESTART
    }

    public CheckInLadder {
        steps = List.copyOf(steps);
        if (steps.isEmpty()
                || steps.size() > MOST_STEPS
                || steps.stream().anyMatch(step -> step < 1 || step > EarningBasis.MOST)) {
            throw new StepsUnfit(MOST_STEPS, EarningBasis.MOST);
        }
        expiresAfter.ifPresent(days -> RuleUnfit.unlessWithin("expiresAfter", days, 0, 36_500));
    }

    /** What the {@code streak}-th day in a row brings. */
    public Points of(int streak) {
        int step =
                switch (afterLast) {
                    case STAY -> Math.min(streak, steps.size()) - 1;
                    case RESTART -> (streak - 1) % steps.size();
                };
        return new Points(steps.get(step));
    }

    ExpiryPolicy expiry() {
        return expiresAfter.<ExpiryPolicy>map(ExpiryPolicy.AfterDays::new).orElseGet(ExpiryPolicy.Never::new);
    }
}
