package io.wellspring.lifecycle;

import java.math.BigDecimal;

/**
 * From where on a user stands in which stage. All days are calendar days; a bound of n days includes the nth.
 *
 * @param newDays how long the first order is new
 * @param returnedDays how long an order that ended a sleep counts as a return
 * @param slipFactor silent for longer than so many times the user's own median gap: slipping
 * @param dormantFactor silent for longer than so many times the median gap: dormant
 * @param dormantDays the same for those without a gap of their own, in days
 * @param lostDays silent for longer than so many days, whatever the rhythm: lost
 * @param matureOrders mature from so many orders on
 * @param windowDays within so many days, today included
 */
public record Thresholds(
        int newDays,
        int returnedDays,
        BigDecimal slipFactor,
        BigDecimal dormantFactor,
        int dormantDays,
        int lostDays,
        int matureOrders,
        int windowDays) {

    private static final Thresholds USUAL =
            new Thresholds(30, 30, new BigDecimal("1.5"), new BigDecimal("3"), 90, 180, 4, 365);

    /** @throws ThresholdsOutOfOrder if a later stage would not begin later */
    public Thresholds {
        slipFactor = slipFactor.stripTrailingZeros();
        dormantFactor = dormantFactor.stripTrailingZeros();
        if (dormantFactor.compareTo(slipFactor) <= 0) {
            throw new ThresholdsOutOfOrder("dormantFactor");
        }
        if (dormantDays < newDays) {
            throw new ThresholdsOutOfOrder("dormantDays");
        }
        if (lostDays <= dormantDays) {
            throw new ThresholdsOutOfOrder("lostDays");
        }
    }

    /** What decides until a manager says otherwise; mature is who ordered once a quarter. */
    public static Thresholds usual() {
        return USUAL;
    }
}
