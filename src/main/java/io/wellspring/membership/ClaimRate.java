package io.wellspring.membership;

/**
 * The claim rate of a benefit in a tier: claimants ÷ users entitled.
 *
 * @param tier the number of the tier, through all versions
 * @param entitled the users who hold the tier now, where its version grants the benefit
 * @param claimants those of them who claimed the benefit at least once in the twelve months that end with the day, whatever tier they held
 *     then, and did not have it undone
 */
public record ClaimRate(long benefit, int tier, long entitled, long claimants) {}
