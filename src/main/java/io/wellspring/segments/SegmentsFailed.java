package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** Some segments could not be brought up to date; they keep their members and say so. */
public class SegmentsFailed extends Refusal.Conflict {

    SegmentsFailed(int failed, int all) {
        super(failed, all);
    }
}
