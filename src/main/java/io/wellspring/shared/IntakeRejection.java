package io.wellspring.shared;

import org.jspecify.annotations.Nullable;

/**
 * Why one line of a file was refused.
 *
 * @param lineNo where its record starts in the file, from 1
 * @param reason a code; the message {@code imports.reason.<code>} says it in words
 * @param fact what the reason speaks of (the other line, the other user), if anything
 */
public record IntakeRejection(
        long lineNo, String reason, @Nullable String fact) {}
