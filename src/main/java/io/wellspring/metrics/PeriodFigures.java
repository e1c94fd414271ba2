package io.wellspring.metrics;

import io.wellspring.shared.Money;

/**
 * The figures of one range of business days.
 *
 * @param users users at the end of the period
 * @param newUsers users who registered in it
 * @param orders paid orders in it
 * @param refunds refunds in it
 * @param buyers users with at least one order in it
 * @param repeatBuyers those of the buyers who have at least two orders up to the end of the period, whenever the first was
 * @param gross what the orders paid
 * @param refunded what the refunds gave back
 */
public record PeriodFigures(
        long users,
        long newUsers,
        long orders,
        long refunds,
        long buyers,
        long repeatBuyers,
        Money gross,
        Money refunded) {

    /** Net revenue: orders less refunds, each on its own business date. */
    public Money net() {
        return gross.minus(refunded);
    }

    /** Average order value: gross amount of the orders divided by their number; refunds do not lower it. */
    public Money averageOrderValue() {
        return gross.dividedBy(orders);
    }

    /** Repeat rate between 0 and 1: repeat buyers among buyers; not a number without buyers. */
    public double repeatRate() {
        return buyers == 0 ? Double.NaN : (double) repeatBuyers / buyers;
    }
}
