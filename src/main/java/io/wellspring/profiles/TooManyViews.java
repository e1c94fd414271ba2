package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A member of staff has as many views as a page can offer. */
public class TooManyViews extends Refusal.Rejected {

    TooManyViews(int most) {
        super(most);
    }
}
