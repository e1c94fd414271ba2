package io.wellspring.membership;

import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Decides anew on one user as of the day everybody was evaluated last, after something was bought, given or taken back: so that what staff did
 * is seen at once, and comes to what the next evaluation would make of it.
 */
@Component
@RequiredArgsConstructor
class StandingAnew {

    private final TieringBatch batch;

    /** Before the first evaluation nobody stands anywhere, and nothing happens. */
    void of(UserId user) {
        batch.lock();
        batch.current().ifPresent(current -> {
            UserSpan one = UserSpan.of(user);
            batch.tellGranted(current.version(), current.asOf(), one);
            settle(current, one);
            batch.decideRise(user, current.asOf());
            batch.write();
            settle(current, one);
            batch.forecast(current.version(), current.asOf(), one);
        });
    }

    private void settle(TieringBatch.Current current, UserSpan one) {
        while (batch.decideNext(current.asOf(), current.asOf(), one) > 0) {
            batch.write();
        }
    }
}
