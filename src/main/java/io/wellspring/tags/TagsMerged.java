package io.wellspring.tags;

/**
 * One tag stands for two: whoever had {@code absorbed} has {@code survivor}, and {@code absorbed} is no longer there. Published in the
 * transaction of the merge, so that whoever refers to the one may refer to the other.
 */
public record TagsMerged(long survivor, long absorbed) {}
