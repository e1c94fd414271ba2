package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A view is called nothing, or too much. */
public class ViewNameMissing extends Refusal.Rejected {

    ViewNameMissing(int longest) {
        super(longest);
    }
}
