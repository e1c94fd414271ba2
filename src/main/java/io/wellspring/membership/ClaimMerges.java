package io.wellspring.membership;

import io.wellspring.users.UsersMerged;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hands the claims of a merged user on, in the transaction of the merge; what both claimed counts against the quotas of the one. */
@Component
@RequiredArgsConstructor
class ClaimMerges {

    private final BenefitBatch batch;

    @EventListener
    void on(UsersMerged merged) {
        batch.move(merged.survivor(), merged.absorbed());
    }
}
