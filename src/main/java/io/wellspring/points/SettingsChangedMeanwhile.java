package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** What is decided about points, or what check-ins bring, is no longer as whoever changes it has seen it. */
public final class SettingsChangedMeanwhile extends Refusal.Conflict {

    SettingsChangedMeanwhile() {
        super();
    }
}
