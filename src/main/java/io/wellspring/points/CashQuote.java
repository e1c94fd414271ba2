package io.wellspring.points;

import io.wellspring.shared.Money;

/**
 * What points would pay of an order.
 *
 * @param balance what the user can spend
 * @param points the fewest that pay the most they may
 * @param discount what they pay
 * @param cap what points may pay of the order at most
 */
public record CashQuote(Points balance, Points points, Money discount, Money cap) {}
