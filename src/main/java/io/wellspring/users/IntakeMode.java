package io.wellspring.users;

/** What the rows of one file may do. */
public enum IntakeMode {
    /** Rows of known users are refused. */
    CREATE_ONLY,
    CREATE_AND_UPDATE,
    /** Rows of users nobody knows are refused. */
    UPDATE_ONLY
}
