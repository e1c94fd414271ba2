package io.wellspring.tags;

/** The member of staff who answers for a tag. */
public record TagOwner(long staffId, String name) {}
