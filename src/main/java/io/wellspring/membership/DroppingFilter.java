package io.wellspring.membership;

import io.wellspring.shared.Money;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Which of those who would drop.
 *
 * @param month the one that decides; empty is all that are forecast
 * @param tier its number through all versions
 * @param near only who would keep the tier by so much more spending at most
 */
public record DroppingFilter(Optional<YearMonth> month, Optional<Integer> tier, Optional<Money> near) {}
