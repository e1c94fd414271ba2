package io.wellspring.tags;

/** A tag that is yet to come into being, and how many rows give it. */
public record NewTag(String group, String name, long rows) {}
