package io.wellspring.points;

import io.wellspring.shared.UserId;

/**
 * Something of a user that does not add up, which must not happen.
 *
 * @param what which sum, such as {@code BALANCE}
 */
public record PointsDrift(UserId user, String what, long kept, long expected) {}
