package io.wellspring.users;

/** The ways to recognise a user, in the order in which they are tried. */
public enum IdentityKind {
    EXTERNAL_ID,
    PHONE,
    EMAIL
}
