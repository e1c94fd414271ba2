package io.wellspring.points;

import io.wellspring.shared.Money;

/**
 * What points paid of an order.
 *
 * @param again whether it was paid before, under the same key
 */
public record CashPayment(Posting posting, Money discount, boolean again) {}
