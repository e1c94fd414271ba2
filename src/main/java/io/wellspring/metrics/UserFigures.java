package io.wellspring.metrics;

import io.wellspring.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One user's figures as of {@link CurrentFigures#asOf()}.
 *
 * @param net orders less refunds, for ever
 * @param medianGapDays median of the days between consecutive distinct order dates; empty below two dates
 * @param windowOrders orders in the window
 * @param windowNet orders less refunds in the window
 */
public record UserFigures(
        Optional<LocalDate> firstOrderOn,
        Optional<LocalDate> lastOrderOn,
        long orders,
        long refunds,
        Money net,
        Money refunded,
        Optional<BigDecimal> medianGapDays,
        Optional<LocalDate> windowLastOrderOn,
        long windowOrders,
        Money windowNet) {

    /** Average order value: gross amount of the orders divided by their number; refunds do not lower it. */
    public Money averageOrderValue() {
        return net.plus(refunded).dividedBy(orders);
    }
}
