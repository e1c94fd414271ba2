package io.wellspring.imports;

/** The fictional users and all that hung on them are gone; published in the transaction that removed them. */
public record DemoRemoved(long users) {}
