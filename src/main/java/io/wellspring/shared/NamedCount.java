package io.wellspring.shared;

/** How many there are of what has this name. */
public record NamedCount(String name, long count) {}
