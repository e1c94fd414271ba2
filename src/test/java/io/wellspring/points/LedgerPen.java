package io.wellspring.points;

import io.wellspring.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/** Writes into the ledger on one day and for one cause, and reads what comes of it. */
@RequiredArgsConstructor
final class LedgerPen {

    static final LocalDate DAY = LocalDate.parse("2026-03-10");
    static final Cause CAUSE = new Cause("order", "Order N1");

    private final PointsLedger ledger;

    Posting earn(UserId user, String key, long amount, ExpiryPolicy policy) {
        return ledger.earn(new Earning(user, new Points(amount), key(key), DAY, DAY, policy, CAUSE));
    }

    Posting spend(UserId user, String key, long amount, LocalDate day) {
        return ledger.spend(new Spending(user, new Points(amount), key(key), day, CAUSE));
    }

    Posting reverseEarn(String original, Optional<Long> amount, String key) {
        return ledger.reverseEarn(new Reversal(key(original), amount.map(Points::new), key(key), DAY, CAUSE));
    }

    Posting reverseSpend(String original, Optional<Long> amount, String key) {
        return ledger.reverseSpend(new Reversal(key(original), amount.map(Points::new), key(key), DAY, CAUSE));
    }

    Posting adjust(UserId user, String key, long amount) {
        return ledger.adjust(
                new Adjustment(user, new Points(amount), key(key), DAY, new ExpiryPolicy.Never(), "put right"));
    }

    long balance(UserId user, LocalDate day) {
        return ledger.balance(user, day).total().value();
    }

    List<String> remainders(UserId user) {
        return ledger.lots(user).stream()
                .map(lot -> lot.remaining() + " of " + lot.amount())
                .toList();
    }

    static BusinessKey key(String text) {
        return new BusinessKey(text);
    }

    static ExpiryPolicy onDay(String day) {
        return new ExpiryPolicy.OnDay(LocalDate.parse(day));
    }
}
