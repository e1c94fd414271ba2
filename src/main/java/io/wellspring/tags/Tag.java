package io.wellspring.tags;

/**
 * A label.
 *
 * @param colour 1 to 6; only tells the tags of a group apart
 */
public record Tag(long id, String group, String name, int colour) {}
