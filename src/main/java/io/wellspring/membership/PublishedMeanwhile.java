package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** There is a newer version than whoever publishes an earlier one again has seen. */
public final class PublishedMeanwhile extends Refusal.Conflict {

    PublishedMeanwhile(int newest) {
        super(newest);
    }
}
