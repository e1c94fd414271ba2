package io.wellspring.imports;

import java.time.Instant;

/**
 * A header that was matched to a field by hand.
 *
 * @param header the name of the column, without what does not count
 * @param shown the same as the last file wrote it
 * @param times how often it was chosen; of the fields of one header the most chosen is the one it is taken for
 */
public record LearnedSynonym(
        ImportKind kind, String header, ImportField field, String shown, long times, Instant lastUsedAt) {}
