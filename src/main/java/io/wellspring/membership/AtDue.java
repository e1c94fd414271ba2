package io.wellspring.membership;

/** What becomes, at the due date, of a tier that was not kept: one step down, down to what is earned, or that but not below a floor. */
public enum AtDue {
    ONE_STEP,
    EARNED,
    FLOOR
}
