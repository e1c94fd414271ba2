package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** The member of staff has another view of this name. */
public class ViewNameTaken extends Refusal.Conflict {

    ViewNameTaken(String name) {
        super(name);
    }
}
