package io.wellspring.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A token as the list shows it.
 *
 * @param createdBy the name of whoever created it
 * @param lastUsedAt at most one minute behind
 * @param lastDay the last business date on which it works, if not for ever
 */
public record TokenLine(
        long id,
        String name,
        List<Scope> scopes,
        TokenState state,
        String createdBy,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<LocalDate> lastDay,
        Optional<Instant> revokedAt) {}
