package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;

/** What users have today, and what they spend of it in the shop. */
@RequiredArgsConstructor
final class Purses {

    private final PointsLedger ledger;
    private final BusinessClock clock;

    long balance(UserId user) {
        return ledger.balance(user, clock.today()).total().value();
    }

    void spend(UserId user, long points) {
        ledger.spend(new Spending(
                user,
                new Points(points),
                new BusinessKey("spend:" + user + ":" + points),
                clock.today(),
                new Cause("shop", "")));
    }
}
