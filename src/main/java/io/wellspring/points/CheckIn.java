package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;

/**
 * That a user checked in on a business day.
 *
 * @param streak how many days in a row it makes
 * @param again whether it was known already
 */
public record CheckIn(UserId user, LocalDate day, int streak, Points points, boolean again) {}
