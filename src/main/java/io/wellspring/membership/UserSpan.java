package io.wellspring.membership;

import io.wellspring.shared.UserId;

/** Whom a statement is about: all users, or one. */
record UserSpan(long first, long last) {

    static final UserSpan ALL = new UserSpan(0, Long.MAX_VALUE);

    static UserSpan of(UserId user) {
        return new UserSpan(user.value(), user.value());
    }
}
