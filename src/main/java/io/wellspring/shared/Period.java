package io.wellspring.shared;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range of business dates, half-open.
 *
 * @param from the first day
 * @param until the day after the last
 */
public record Period(LocalDate from, LocalDate until) {

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A period ends before it starts: " + from + " until " + until);
        }
    }

    /** The {@code days} calendar days that end with, and include, {@code lastDay}. */
    public static Period daysUpTo(LocalDate lastDay, int days) {
        return new Period(lastDay.plusDays(1L - days), lastDay.plusDays(1));
    }

    /** From {@code first} to {@code last}, both included. */
    public static Period closed(LocalDate first, LocalDate last) {
        return new Period(first, last.plusDays(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until);
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }

    /** The period of equal length that ends where this one starts. */
    public Period previous() {
        return new Period(from.minusDays(days()), from);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
