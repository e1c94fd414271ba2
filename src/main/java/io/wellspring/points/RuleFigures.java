package io.wellspring.points;

import io.wellspring.shared.Money;
import java.time.LocalDate;

/**
 * What became of what a rule gave.
 *
 * @param takenBack what was taken back for refunds
 * @param redeemed what was spent, less what was given back
 * @param revenue the orders it gave points for, less what was refunded on them
 * @param ofOrders whether orders are what it looks at
 */
public record RuleFigures(
        long ruleId,
        String name,
        LocalDate asOf,
        long users,
        long facts,
        long issued,
        long takenBack,
        long redeemed,
        Money revenue,
        boolean ofOrders) {

    public long kept() {
        return issued - takenBack;
    }
}
