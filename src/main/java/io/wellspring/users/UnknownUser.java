package io.wellspring.users;

import io.wellspring.shared.Refusal;
import io.wellspring.shared.UserId;

/** There is no user of this number. */
public class UnknownUser extends Refusal.NotFound {

    public UnknownUser(UserId id) {
        super(id.toString());
    }
}
