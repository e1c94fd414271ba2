package io.wellspring.staff.web;

import org.springframework.security.core.AuthenticationException;

/** Too many attempts failed before this one. */
class LoginHeldUp extends AuthenticationException {

    private final long seconds;

    LoginHeldUp(long seconds) {
        super("Too many attempts");
        this.seconds = seconds;
    }

    long seconds() {
        return seconds;
    }
}
