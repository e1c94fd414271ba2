package io.wellspring.points;

import java.time.LocalDate;

/**
 * What a rule would have given.
 *
 * @param from the first business day looked at
 * @param to the last one
 * @param facts orders or activities it would have looked at
 * @param giving those of them that would have brought points
 * @param users who would have got points
 */
public record RuleRehearsal(LocalDate from, LocalDate to, long facts, long giving, long users, long points) {}
