package io.wellspring.membership;

import io.wellspring.shared.Money;

/**
 * How many users stand in a tier.
 *
 * @param net what they spent, less refunds, in the window of the programme
 */
public record TierCount(long tierId, long users, Money net) {}
