package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** So many segments cannot be held against each other at once. */
public class TooManySegments extends Refusal.Rejected {

    TooManySegments(int most) {
        super(most);
    }
}
