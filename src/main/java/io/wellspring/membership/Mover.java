package io.wellspring.membership;

import io.wellspring.shared.UserId;

/** Somebody a version would move up on its first day. */
public record Mover(UserId user, long tierId, int rank, long growth) {}
