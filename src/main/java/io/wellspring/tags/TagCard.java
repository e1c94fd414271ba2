package io.wellspring.tags;

import java.util.Optional;

/**
 * What there is to know of a tag beyond its name.
 *
 * @param owner the member of staff who answers for it
 * @param lifetimeDays for how many days after the one it was given on a user has it; empty for good
 * @param fedBy the segment that gives and takes it
 */
public record TagCard(
        long groupId,
        Choice choice,
        String description,
        Optional<TagOwner> owner,
        Optional<Integer> lifetimeDays,
        Optional<Long> fedBy) {}
