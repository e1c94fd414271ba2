package io.wellspring.points;

import java.time.YearMonth;

/**
 * What entries of one kind and source changed in one month.
 *
 * @param up whether they brought points
 */
public record PointsFlow(YearMonth month, EntryKind kind, boolean up, String source, long entries, long amount) {}
