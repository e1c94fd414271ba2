package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A list was to show nothing of its users. */
public class NoColumns extends Refusal.Rejected {

    NoColumns() {
        super();
    }
}
