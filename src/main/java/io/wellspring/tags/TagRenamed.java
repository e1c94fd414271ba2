package io.wellspring.tags;

/** A tag is called otherwise, or stands in another group; published in the transaction that renamed it. */
public record TagRenamed(long tagId, String before, String after) {}
