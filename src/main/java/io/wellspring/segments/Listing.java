package io.wellspring.segments;

/**
 * What came of a list.
 *
 * @param segment the segment made of it
 * @param lines how many identities it holds
 * @param members how many users they name; two may name the same
 */
public record Listing(long segment, long lines, long members) {}
