package io.wellspring.rfm;

/**
 * Where one user stands among all scored users of a snapshot: the share, between 0 and 1, of them who are strictly
 * behind, rounded down to a thousandth.
 *
 * @param moreRecentThan the share whose last order is longer ago
 * @param moreFrequentThan the share with fewer orders
 * @param moreValuableThan the share with a lower net amount
 */
public record UserRank(long scoredUsers, double moreRecentThan, double moreFrequentThan, double moreValuableThan) {}
