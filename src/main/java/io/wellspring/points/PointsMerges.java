package io.wellspring.points;

import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands the points of a merged user on, in the transaction of the merge. */
@Component
@RequiredArgsConstructor
class PointsMerges {

    private final PointsBatch batch;

    @EventListener
    void on(UsersMerged merged) {
        batch.move(merged.survivor(), merged.absorbed());
    }
}
