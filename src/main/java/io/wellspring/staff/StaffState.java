package io.wellspring.staff;

/** Whether someone can log in. */
public enum StaffState {
    /** Not yet: the invitation has not been accepted. */
    INVITED,
    ACTIVE,
    /** No longer. */
    DISABLED
}
