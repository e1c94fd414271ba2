package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** Another attribute of this name has come into being meanwhile. */
public class AttributeDiffers extends Refusal.Conflict {

    AttributeDiffers(String label) {
        super(label);
    }
}
