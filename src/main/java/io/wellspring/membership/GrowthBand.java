package io.wellspring.membership;

/**
 * Users whose growth value is from {@code from} up to, but not including, {@code until}.
 *
 * @param until 0 where there is no end
 */
public record GrowthBand(long from, long until, long users) {}
