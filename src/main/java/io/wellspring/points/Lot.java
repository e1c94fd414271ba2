package io.wellspring.points;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one earning brought.
 *
 * @param id the entry that brought it
 * @param lastDay the last business day on which it can be spent; empty is for good
 */
public record Lot(
        long id, Points amount, Points remaining, LocalDate availableFrom, Optional<LocalDate> lastDay, Cause cause) {

    /** Whether it can be spent on {@code day}. */
    public boolean isAvailableOn(LocalDate day) {
        return !availableFrom.isAfter(day)
                && lastDay.filter(last -> last.isBefore(day)).isEmpty();
    }
}
