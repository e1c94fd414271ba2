package io.wellspring.lifecycle;

import io.wellspring.shared.Refusal;

/** There is a newer version of the thresholds than the one the next was made from. */
public class ThresholdsChangedMeanwhile extends Refusal.Conflict {

    ThresholdsChangedMeanwhile(int newest) {
        super(newest);
    }
}
