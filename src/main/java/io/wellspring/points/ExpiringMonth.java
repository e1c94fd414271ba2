package io.wellspring.points;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What is outstanding and expires in one month.
 *
 * @param month empty for what never expires
 */
public record ExpiringMonth(Optional<YearMonth> month, long users, long lots, long amount) {}
