package io.wellspring.shared;

import org.jspecify.annotations.Nullable;

/**
 * Why one line of a file was refused.
 *
 * @param lineNo where its record starts in the file, from 1
 * @param reason a code; the message {@code imports.reason.<code>} says it in words
 * @param fact what the reason speaks of (the other line, the other user), if anything
 * @param userId whom the line is about, if anybody is known
 * @param otherUserId to whom belongs what the line claims for that user, where this is the reason
 */
public record IntakeRejection(
        long lineNo,
        String reason,
        @Nullable String fact,
        @Nullable Long userId,
        @Nullable Long otherUserId) {}
