package io.wellspring.membership;

/** Why a term of a tier began. */
public enum TierCause {
    START,
    UP,
    KEPT,
    DOWN,
    REFUND,
    MANUAL,
    MANUAL_END,
    PROGRAMME,
    MERGED,
    PAID,
    PAID_END
}
