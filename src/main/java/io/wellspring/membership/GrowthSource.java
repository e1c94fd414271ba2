package io.wellspring.membership;

/** What growth value came from. */
public enum GrowthSource {
    ORDER,
    REFUND,
    ACTIVITY,
    ADJUST
}
