package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** Another attribute is called so. */
public class AttributeLabelTaken extends Refusal.Rejected {

    AttributeLabelTaken(String label) {
        super(label);
    }
}
