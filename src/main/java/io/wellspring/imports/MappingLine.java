package io.wellspring.imports;

import java.time.Instant;

/**
 * A remembered mapping, as its page shows it.
 *
 * @param columns how many columns its files have
 * @param times how many files were imported by it
 */
public record MappingLine(
        long id, ImportKind kind, String name, int columns, long times, String savedBy, Instant lastUsedAt) {}
