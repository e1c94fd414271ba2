package io.wellspring.pipeline;

import io.wellspring.shared.Refusal;

/** Ledgers of points do not add up, which must not happen. Nothing puts them right but people. */
public class PointsUnbalanced extends Refusal.Conflict {

    PointsUnbalanced(int users) {
        super(users);
    }
}
