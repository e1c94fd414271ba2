package io.wellspring.membership;

/**
 * A membership that can be bought.
 *
 * @param onSale a retired plan is not started any more; who has it may renew
 */
public record Plan(long id, PlanTerms terms, boolean onSale) {}
