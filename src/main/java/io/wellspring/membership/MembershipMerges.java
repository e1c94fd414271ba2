package io.wellspring.membership;

import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands the tier of a merged user on, if it is the higher one, and what was given and bought, in the transaction of the merge. Growth value from facts
 * follows the facts with the refresh a merge asks for.
 */
@Component
@RequiredArgsConstructor
class MembershipMerges {

    private final TieringBatch batch;
    private final StandingAnew anew;

    @EventListener
    void on(UsersMerged merged) {
        batch.lock();
        batch.current().ifPresent(current -> {
            batch.decideMerge(merged.survivor(), merged.absorbed(), current.asOf());
            batch.write();
        });
        batch.merge(merged.survivor(), merged.absorbed());
        anew.of(merged.survivor());
    }
}
