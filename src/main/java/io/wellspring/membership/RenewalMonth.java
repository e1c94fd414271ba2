package io.wellspring.membership;

import java.time.YearMonth;

/**
 * Of the terms that ended in a month, other than by a refund, how many were renewed in time.
 *
 * @param finished whether the time for renewing is over for all of them
 */
public record RenewalMonth(YearMonth month, long ended, long renewed, boolean finished) {}
