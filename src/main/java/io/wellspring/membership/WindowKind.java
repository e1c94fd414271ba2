package io.wellspring.membership;

/** Which days count: so many calendar days, the calendar year, or those since the term of the tier began. */
public enum WindowKind {
    ROLLING,
    CALENDAR_YEAR,
    SINCE_TIER
}
