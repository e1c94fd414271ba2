package io.wellspring.points;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import lombok.RequiredArgsConstructor;

/** What users earn and have today, and what they spend of it in the shop. */
@RequiredArgsConstructor
final class Purses {

    private final PointsLedger ledger;
    private final BusinessClock clock;

    void earn(UserId user, long points) {
        ledger.earn(new Earning(
                user,
                new Points(points),
                new BusinessKey("e" + user),
                clock.today(),
                clock.today(),
                new ExpiryPolicy.AfterDays(30),
                new Cause("test", "")));
    }

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
