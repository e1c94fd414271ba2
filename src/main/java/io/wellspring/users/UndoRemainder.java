package io.wellspring.users;

import org.jspecify.annotations.Nullable;

/**
 * A user of an undone intake who is still here, or not as before it.
 *
 * @param outcome KEPT or FAILED
 * @param reason a code; the message {@code imports.undo.reason.<code>} says it in words
 * @param fact what the reason speaks of, such as the fields concerned, joined by commas
 */
public record UndoRemainder(
        long userId,
        String outcome,
        String reason,
        @Nullable String fact) {}
