package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** A place in a list that is none in the way it is sorted. */
public class UnreadablePlace extends Refusal.Rejected {

    UnreadablePlace(ProfileSort sort, String place) {
        super(sort.parameter(), place);
    }
}
