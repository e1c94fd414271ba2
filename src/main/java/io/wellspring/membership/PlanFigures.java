package io.wellspring.membership;

import io.wellspring.shared.Money;

/**
 * What has become of a plan.
 *
 * @param members how many users have it on the day
 * @param month what it brought, less what was given back, from the first of the month on
 * @param year the same of the twelve months up to the day
 */
public record PlanFigures(long members, Money month, Money year) {

    static final PlanFigures NONE = new PlanFigures(0, Money.ZERO, Money.ZERO);
}
