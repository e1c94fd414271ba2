package io.wellspring.users;

import io.wellspring.shared.UserId;

/**
 * Another module cannot do without a user.
 *
 * @param reason a code, such as {@code HAS_FACTS}
 */
public record UserHold(UserId user, String reason) {}
