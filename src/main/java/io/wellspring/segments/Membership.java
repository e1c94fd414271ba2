package io.wellspring.segments;

import java.time.Instant;

/** A segment a user is a member of. */
public record Membership(long segment, String name, Instant since) {}
