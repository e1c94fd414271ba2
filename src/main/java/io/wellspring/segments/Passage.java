package io.wellspring.segments;

import io.wellspring.shared.UserId;
import java.time.Instant;

/** Somebody came to a segment, or left it. */
public record Passage(UserId user, Instant at, boolean entered) {}
