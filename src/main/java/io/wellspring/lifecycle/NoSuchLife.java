package io.wellspring.lifecycle;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;

/** There is no such user, or no run has seen the user yet. */
public class NoSuchLife extends Refusal.NotFound {

    public NoSuchLife(UserId user) {
        super(user.toString());
    }
}
