package io.wellspring.rfm;

import io.wellspring.shared.Money;
import io.wellspring.shared.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of a model as of one day.
 *
 * @param scoredUsers users with an order in the window
 * @param unscoredUsers users without
 * @param revenue net amount of the scored users in the window
 * @param standing whether it is the one users stand by: the user list and pages show it
 * @param precedingId the snapshot it is compared with
 */
public record RfmSnapshot(
        long id,
        LocalDate asOf,
        int windowDays,
        long scoredUsers,
        long unscoredUsers,
        Money revenue,
        Instant takenAt,
        Duration duration,
        int modelVersion,
        String modelName,
        ModelOrigin modelOrigin,
        boolean standing,
        Optional<Long> precedingId) {

    public Period window() {
        return Period.daysUpTo(asOf, windowDays);
    }
}
