package io.wellspring.tags;

/** A tag and how many users have it. */
public record TagUse(Tag tag, TagCard card, long users) {}
