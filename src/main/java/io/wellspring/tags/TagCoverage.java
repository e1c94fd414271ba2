package io.wellspring.tags;

import java.util.List;

/**
 * How far tags reach.
 *
 * @param users how many users there are
 * @param tagged how many of them have at least one tag
 * @param byNumber how many have how many tags, from none on
 * @param groups how many have at least one tag of each group, the furthest reaching first
 */
public record TagCoverage(long users, long tagged, List<ByNumber> byNumber, List<ByGroup> groups) {

    public record ByNumber(long tags, long users) {}

    public record ByGroup(long id, String name, Choice choice, long tags, long users) {}

    public TagCoverage {
        byNumber = List.copyOf(byNumber);
        groups = List.copyOf(groups);
    }

    public long untagged() {
        return users - tagged;
    }

    /** How many tags there are on users, all in all. */
    public long given() {
        return byNumber.stream().mapToLong(one -> one.tags() * one.users()).sum();
    }
}
