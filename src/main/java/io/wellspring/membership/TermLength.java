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

    /** The first day a term that begins on {@code from} no longer covers. */
    public LocalDate after(LocalDate from) {
        return switch (unit) {
            case DAY -> from.plusDays(count);
            case MONTH -> from.plusMonths(count);
            case YEAR -> from.plusYears(count);
        };
    }
}
