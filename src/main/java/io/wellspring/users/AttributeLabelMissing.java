package io.wellspring.users;

import io.wellspring.shared.Refusal;

/** An attribute is called nothing, or too much. */
public class AttributeLabelMissing extends Refusal.Rejected {

    AttributeLabelMissing(int longest) {
        super(longest);
    }
}
