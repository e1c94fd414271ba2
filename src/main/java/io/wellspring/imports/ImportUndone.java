package io.wellspring.imports;

/** What an import had brought was taken back. */
public record ImportUndone(long importId, ImportKind kind) {}
