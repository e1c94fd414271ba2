package io.wellspring.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long failures hold up the next attempt: not at all for the first few, then for a time that doubles up to a longest.
 *
 * @param free how many failures have no consequence
 * @param first the wait after the failure that reaches {@code free}
 * @param longest no wait is longer, so nobody is ever locked out for good
 * @param memory how long a failure counts
 */
record ThrottleRule(int free, Duration first, Duration longest, Duration memory) {

    /** What is known about earlier attempts. */
    record Record(int failures, Optional<Instant> last) {}

    Duration delayAfter(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 30);
        Duration delay = first.multipliedBy(1L << doublings);
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    /** How long from {@code now} until the next attempt is let through; zero if it is at once. */
    Duration waitAt(Instant now, Record record) {
        Duration left = record.last()
                .map(last -> Duration.between(now, last.plus(delayAfter(record.failures()))))
                .orElse(Duration.ZERO);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
