package io.wellspring.profiles;

import io.wellspring.shared.Refusal;

/** The view is no longer as whoever changes it has seen it. */
public class ViewChangedMeanwhile extends Refusal.Conflict {

    ViewChangedMeanwhile(String name) {
        super(name);
    }
}
