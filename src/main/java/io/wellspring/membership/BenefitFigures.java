package io.wellspring.membership;

import io.wellspring.shared.Money;

/**
 * What was claimed of a benefit; claims that were undone count nowhere.
 *
 * @param monthClaims in the calendar month, up to the day
 * @param claims in the twelve months that end with the day
 * @param cost what these cost when they were claimed
 * @param ever whether it was claimed at any time
 */
public record BenefitFigures(long benefit, long monthClaims, Money monthCost, long claims, Money cost, boolean ever) {

    static BenefitFigures none(long benefit) {
        return new BenefitFigures(benefit, 0, Money.ZERO, 0, Money.ZERO, false);
    }
}
