package io.wellspring.membership;

/** What a benefit is; claims of {@link #POINTS} bring points. */
public enum BenefitKind {
    PRIVILEGE,
    COUPON,
    GIFT,
    POINTS,
    SERVICE
}
