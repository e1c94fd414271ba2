package io.wellspring.membership;

/**
 * A membership that can be bought.
 *
 * @param onSale a retired plan is not started any more; who has it may renew
 * @param edition counts what people changed about it
 */
public record Plan(long id, PlanTerms terms, boolean onSale, int edition) {}
