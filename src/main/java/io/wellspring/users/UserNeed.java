package io.wellspring.users;

import java.util.function.Consumer;

/** What a module that builds on users says before some of them go: which ones it cannot do without. */
public interface UserNeed {

    /** Hands over those it needs of the users that undoing an intake would take away, in the transaction of the undoing. */
    void usersNeeded(long intakeId, Consumer<UserHold> taker);
}
