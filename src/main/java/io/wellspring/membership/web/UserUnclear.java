package io.wellspring.membership.web;

import io.wellspring.shared.Refusal;

/** A request names no user, or names one in several ways. */
final class UserUnclear extends Refusal.Rejected {

    UserUnclear() {
        super();
    }
}
