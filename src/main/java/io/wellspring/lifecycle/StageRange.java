package io.wellspring.lifecycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where one user stands for a while.
 *
 * @param until the day after the last; empty where nothing but an order ends it
 */
public record StageRange(Stage stage, LocalDate since, Optional<LocalDate> until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since) && until.map(day::isBefore).orElse(true);
    }

    /** How many days of it there are up to and including {@code day}. */
    public long daysUpTo(LocalDate day) {
        LocalDate end = until.filter(over -> !over.isAfter(day)).orElse(day.plusDays(1));
        return ChronoUnit.DAYS.between(since, end);
    }

    /** Whether it began when time was not counted: with a user whose day of registration nobody knows. */
    public boolean beganUnknown() {
        return since.equals(ThresholdsVersion.ALWAYS);
    }
}
