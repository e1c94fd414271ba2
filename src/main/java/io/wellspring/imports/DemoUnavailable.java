package io.wellspring.imports;

import io.wellspring.shared.Refusal;

/** There are users already; fictional ones would mix with them. */
public class DemoUnavailable extends Refusal.Conflict {

    DemoUnavailable(long users) {
        super(users);
    }
}
