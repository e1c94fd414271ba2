package io.wellspring.points;

import io.wellspring.membership.BenefitClaimUndone;
import io.wellspring.membership.BenefitClaimed;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives the points a claimed benefit brings, and takes them back when the claim is undone, in the transaction of either. The key is made of
 * the claim's number, so each does so once.
 */
@Component
@RequiredArgsConstructor
class PointsOfBenefits {

    private static final String SOURCE = "benefit";

    private final PointsLedger ledger;

    @EventListener
    void on(BenefitClaimed claimed) {
        claimed.points()
                .ifPresent(points -> ledger.bring(new Earning(
                        claimed.user(),
                        new Points(points.number()),
                        earned(claimed.claim()),
                        claimed.day(),
                        claimed.day(),
                        points.days()
                                .<ExpiryPolicy>map(ExpiryPolicy.AfterDays::new)
                                .orElseGet(ExpiryPolicy.Never::new),
                        new Cause(SOURCE, claimed.benefit()))));
    }

    @EventListener
    void on(BenefitClaimUndone undone) {
        undone.points()
                .ifPresent(points -> ledger.takeBack(new Reversal(
                        earned(undone.claim()),
                        Optional.empty(),
                        new BusinessKey("benefit-undone:" + undone.claim()),
                        undone.day(),
                        new Cause(SOURCE, undone.reason()))));
    }

    private static BusinessKey earned(long claim) {
        return new BusinessKey("benefit:" + claim);
    }
}
