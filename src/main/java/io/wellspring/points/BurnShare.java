package io.wellspring.points;

import java.time.LocalDate;

/**
 * What became of past lots, as an estimate of what will become of those that are outstanding. Of all lots whose last day lay in the year before
 * {@code asOf}: what users held of them so many months before the month of that day, on the day of the month that {@code asOf} has, and what of that they
 * spent, less what was given back, up to the last day. The share is what of an outstanding lot with as many months left will likely be spent; the
 * rest will likely expire.
 *
 * @param monthsLeft from the month of the day to the month of the last day
 */
public record BurnShare(int monthsLeft, long held, long spent, LocalDate asOf) {

    public double share() {
        return held == 0 ? 0 : Math.clamp((double) spent / held, 0.0, 1.0);
    }
}
