package io.wellspring.tags;

import java.time.Instant;
import java.util.Optional;

/**
 * A tag that a user has.
 *
 * @param importId the import that gave it; empty where a member of staff did
 */
public record UserTag(Tag tag, Optional<Long> importId, Instant since) {}
