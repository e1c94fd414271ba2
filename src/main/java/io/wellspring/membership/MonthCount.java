package io.wellspring.membership;

import java.time.LocalDate;

/** How many users stood in a tier after the last evaluation of a month. */
public record MonthCount(LocalDate day, long tierId, long users) {}
