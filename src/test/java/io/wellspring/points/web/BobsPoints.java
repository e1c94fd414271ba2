package io.wellspring.points.web;

import io.wellspring.Facts;
import io.wellspring.points.BusinessKey;
import io.wellspring.points.Cause;
import io.wellspring.points.Earning;
import io.wellspring.points.ExpiryPolicy;
import io.wellspring.points.Points;
import io.wellspring.points.PointsExpiry;
import io.wellspring.points.PointsLedger;
import io.wellspring.points.Spending;
import io.wellspring.shared.UserId;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bob earned a thousand today and more, spent some and lost some to time; what is left is 830. */
final class BobsPoints {

    static final Cause CAUSE = new Cause("order", "");

    private final PointsLedger ledger;
    private final LocalDate today;
    private final UserId bob;

    BobsPoints(PointsLedger ledger, PointsExpiry expiry, LocalDate today, JdbcClient jdbc) {
        this.ledger = ledger;
        this.today = today;
        bob = new Facts(jdbc).user("bob", "2026-01-01");
        earn("order:N1", 1000, new ExpiryPolicy.EndOfMonth(1));
        earn("order:N2", 300, new ExpiryPolicy.Never());
        spend("redemption:1", 470);
        earn("order:N3", 70, new ExpiryPolicy.AfterDays(0));
        expiry.expire(today.plusDays(1));
    }

    UserId bob() {
        return bob;
    }

    void earn(String key, long amount, ExpiryPolicy policy) {
        ledger.earn(new Earning(bob, new Points(amount), new BusinessKey(key), today, today, policy, CAUSE));
    }

    void spend(String key, long amount) {
        ledger.spend(
                new Spending(bob, new Points(amount), new BusinessKey(key), today, new Cause("redemption", "A mug")));
    }
}
