package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Nothing was written under this key that could be taken back so. */
public final class UnknownPosting extends Refusal.NotFound {

    UnknownPosting(BusinessKey key) {
        super(key.text());
    }
}
