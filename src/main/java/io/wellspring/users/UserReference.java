package io.wellspring.users;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user nobody knows yet, as another fact mentions them.
 *
 * @param kind by which identity
 * @param value the identity in our own form
 * @param seenAt when the fact happened; the earliest becomes the registration
 * @param channel where the earliest fact came from
 */
public record UserReference(
        IdentityKind kind,
        String value,
        Instant seenAt,
        @Nullable String channel) {}
