package io.wellspring.membership;

/** What happens to paid memberships. */
public enum PaidKind {
    START,
    RENEW,
    LAPSE,
    REFUND
}
