package io.wellspring.tags;

/** One tag with all there is to know of it. */
public record TagDetail(Tag tag, TagCard card) {}
