package io.wellspring.metrics;

import io.wellspring.shared.Money;
import java.time.YearMonth;

/**
 * The figures of one calendar month, or of those of its days that were asked for.
 *
 * @param gross what the orders paid
 * @param refunded what the refunds gave back
 */
public record MonthFigures(YearMonth month, long newUsers, long orders, long refunds, Money gross, Money refunded) {

    static MonthFigures nothingIn(YearMonth month) {
        return new MonthFigures(month, 0, 0, 0, Money.ZERO, Money.ZERO);
    }

    /** Net revenue: orders less refunds. */
    public Money net() {
        return gross.minus(refunded);
    }
}
