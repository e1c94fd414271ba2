package io.wellspring.membership;

import java.time.YearMonth;

/**
 * Whose terms are decided in a month.
 *
 * @param dropping how many of them would drop by what they did so far
 * @param near how many of those would keep their tier by spending a little more
 */
public record DueMonth(YearMonth month, long tierId, long users, long dropping, long near) {}
