package io.wellspring.points;

import java.time.LocalDate;

/**
 * The check-ins of a business day.
 *
 * @param weeks how many had seven days in a row or more
 */
public record CheckInDay(LocalDate day, long users, long points, long weeks) {}
