package io.wellspring.metrics;

import io.wellspring.shared.Period;
import java.time.LocalDate;
import java.util.Optional;

/** The periods people look at every day; their figures are kept by the refresh. */
public enum PresetPeriod {
    LAST_7_DAYS,
    LAST_30_DAYS,
    LAST_90_DAYS,
    LAST_365_DAYS,
    THIS_MONTH,
    LAST_MONTH,
    THIS_YEAR,
    ALL_TIME;

    /**
     * This period up to and including {@code asOf}.
     *
     * @param firstDay where "all time" starts
     */
    public Period upTo(LocalDate asOf, LocalDate firstDay) {
        return switch (this) {
            case LAST_7_DAYS -> Period.daysUpTo(asOf, 7);
            case LAST_30_DAYS -> Period.daysUpTo(asOf, 30);
            case LAST_90_DAYS -> Period.daysUpTo(asOf, 90);
            case LAST_365_DAYS -> Period.daysUpTo(asOf, 365);
            case THIS_MONTH -> Period.closed(asOf.withDayOfMonth(1), asOf);
            case LAST_MONTH -> new Period(asOf.withDayOfMonth(1).minusMonths(1), asOf.withDayOfMonth(1));
            case THIS_YEAR -> Period.closed(asOf.withDayOfYear(1), asOf);
            case ALL_TIME -> Period.closed(firstDay.isAfter(asOf) ? asOf : firstDay, asOf);
        };
    }

    /**
     * What it is compared with: for "last n days" the n days before; for months and years the same days of the month or year before
     * (up to that month's last day); for all time nothing.
     */
    public Optional<Period> before(LocalDate asOf) {
        return switch (this) {
            case LAST_7_DAYS, LAST_30_DAYS, LAST_90_DAYS, LAST_365_DAYS ->
                Optional.of(upTo(asOf, asOf).previous());
            case THIS_MONTH -> Optional.of(Period.closed(asOf.withDayOfMonth(1).minusMonths(1), asOf.minusMonths(1)));
            case LAST_MONTH ->
                Optional.of(new Period(
                        asOf.withDayOfMonth(1).minusMonths(2),
                        asOf.withDayOfMonth(1).minusMonths(1)));
            case THIS_YEAR -> Optional.of(Period.closed(asOf.withDayOfYear(1).minusYears(1), asOf.minusYears(1)));
            case ALL_TIME -> Optional.empty();
        };
    }
}
