package io.wellspring.segments;

/**
 * How many users two segments share.
 *
 * @param other the one of the two that was not asked about
 * @param size how many members it has
 * @param users how many of them are members of the one asked about too
 */
public record SharedMembers(SegmentView other, long size, long users) {}
