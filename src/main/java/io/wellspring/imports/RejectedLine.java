package io.wellspring.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line of a file that was refused.
 *
 * @param lineNo the line of the file it starts on, from 1
 * @param reason a code; the message {@code imports.reason.<code>} says it in words, with {@code fact} and {@code column} as arguments
 * @param column the header of the column that caused it, if one did
 * @param fact what the reason speaks of, if anything
 * @param userId whom the line is about, if anybody is known
 * @param otherUserId to whom belongs what the line claims for that user, where this is the reason
 */
public record RejectedLine(
        long lineNo,
        String reason,
        @Nullable String column,
        @Nullable String fact,
        @Nullable Long userId,
        @Nullable Long otherUserId) {

    /** Whether two users may be one, so that merging them would let the line in. */
    public boolean isConflict() {
        return userId != null && otherUserId != null && !userId.equals(otherUserId);
    }
}
