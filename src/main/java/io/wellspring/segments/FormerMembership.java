package io.wellspring.segments;

import java.time.Instant;
import java.util.Optional;

/**
 * A segment a user was a member of and is no longer.
 *
 * @param came when the user last came; empty where that is not on record
 */
public record FormerMembership(long segment, String name, Optional<Instant> came, Instant left) {}
