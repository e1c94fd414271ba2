package io.wellspring.membership;

import java.time.YearMonth;

/** How many moved from one tier into another in a month. */
public record TierFlow(YearMonth month, long fromTierId, long tierId, long users) {}
