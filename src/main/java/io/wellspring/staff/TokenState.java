package io.wellspring.staff;

/** Whether a token opens anything. */
public enum TokenState {
    WORKING,
    EXPIRED,
    /** Whoever created it is no longer an admin, or disabled: it rests until they are again. */
    RESTING,
    /** For good. */
    REVOKED
}
