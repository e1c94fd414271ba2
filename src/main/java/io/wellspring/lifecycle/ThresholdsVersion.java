package io.wellspring.lifecycle;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A dated version of the thresholds.
 *
 * @param validFrom the first day it decides; on any day the newest version whose day has come decides
 */
public record ThresholdsVersion(int version, LocalDate validFrom, Instant createdAt, Thresholds thresholds) {

    /** The first day there is: a version from then on decides all of history. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** The number of the version that decides until a manager makes another. */
    public static final int FIRST = 1;

    public boolean always() {
        return validFrom.equals(ALWAYS);
    }
}
