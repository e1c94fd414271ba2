package io.wellspring.imports;

/** Which of the three numbers of a date comes first. */
public enum DateOrder {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
}
