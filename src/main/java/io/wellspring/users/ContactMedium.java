package io.wellspring.users;

/** How a user can be contacted by the data we hold of them. */
public enum ContactMedium {
    SMS,
    EMAIL
}
