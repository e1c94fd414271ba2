package io.wellspring.membership;

/** In which time a quota counts: the calendar month or year of the business day, the term of the tier, or all time. */
public enum QuotaPeriod {
    MONTH,
    YEAR,
    TERM,
    EVER
}
