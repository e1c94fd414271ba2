package io.wellspring.tags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A tag that a user has. It comes from an import, from a segment, or else from a member of staff.
 *
 * @param importId the import that gave it
 * @param segmentId the segment that gave it
 * @param staff the name of who gave it by hand
 * @param expiresOn the last business day on which the user has it; empty for good
 */
public record UserTag(
        Tag tag,
        Optional<Long> importId,
        Optional<Long> segmentId,
        Optional<String> staff,
        Instant since,
        Optional<LocalDate> expiresOn) {}
