package io.wellspring.membership;

import java.time.LocalDate;

/**
 * How long one payment lasts.
 *
 * @throws PlanUnfit if it is no time at all, or more than ten years
 */
public record TermLength(int count, Unit unit) {

    /** What is counted. */
    public enum Unit {
        DAY(3650),
        MONTH(120),
        YEAR(10);

        private final int most;

        Unit(int most) {
            this.most = most;
        }
    }

    public TermLength {
        if (count < 1 || count > unit.most) {
            throw new PlanUnfit("count");
        }
    }

    /**
     * The first day a term that begins on {@code from} no longer covers. Months and years keep the day of the month the membership began on,
     * and where a month has no such day, its last.
     *
     * @param began the first day of the first of the terms that follow one another up to this one
     */
    public LocalDate after(LocalDate from, LocalDate began) {
        return switch (unit) {
            case DAY -> from.plusDays(count);
            case MONTH -> onDayOf(began, from.plusMonths(count));
            case YEAR -> onDayOf(began, from.plusYears(count));
        };
    }

    private static LocalDate onDayOf(LocalDate began, LocalDate in) {
        return in.withDayOfMonth(Math.min(began.getDayOfMonth(), in.lengthOfMonth()));
    }
}
