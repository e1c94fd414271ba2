package io.wellspring.membership;

import io.wellspring.shared.UserId;

/**
 * Somebody who would lose a tier by a version: at the due date, or on its first day, where it has the tier no more.
 *
 * @param firstRank where the version puts them on its first day
 * @param laterRank where it puts them at their due date
 */
public record Faller(UserId user, long tierId, int firstRank, int laterRank, long growth) {}
