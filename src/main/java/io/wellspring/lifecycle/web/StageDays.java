package io.wellspring.lifecycle.web;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The two days a page compares.
 *
 * @param from the earlier
 * @param to the later; not after {@code asOf}
 * @param asOf the day users stand by
 */
record StageDays(LocalDate from, LocalDate to, LocalDate asOf) {

    private static final int USUAL_DAYS = 30;

    /** What somebody asked for as far as it makes sense: not after the as-of day, and one before the other. */
    static StageDays of(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate asOf) {
        LocalDate end = to.filter(day -> !day.isAfter(asOf)).orElse(asOf);
        LocalDate start = from.filter(day -> day.isBefore(end)).orElse(end.minusDays(USUAL_DAYS));
        return new StageDays(start, end, asOf);
    }

    public boolean current() {
        return to.equals(asOf);
    }
}
