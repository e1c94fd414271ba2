package io.wellspring.segments;

import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands the memberships of a merged user on, in the transaction of the merge. */
@Component
@RequiredArgsConstructor
class SegmentMerges {

    private final SegmentBatch batch;

    @EventListener
    void on(UsersMerged merged) {
        batch.merge(merged.survivor(), merged.absorbed());
    }
}
