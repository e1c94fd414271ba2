package io.wellspring.tags;

/**
 * A tag is no longer there, and nobody has it; published in the transaction that deleted it.
 *
 * @param users how many had it
 */
public record TagDeleted(long tagId, String group, String name, long users) {}
