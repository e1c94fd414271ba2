package io.wellspring.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token as the list shows it.
 *
 * @param createdBy the name of whoever created it
 * @param lastUsedAt at most one minute behind
 * @param expiresAt from when on it no longer works
 */
public record TokenLine(
        long id,
        String name,
        List<Scope> scopes,
        TokenState state,
        String createdBy,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {}
