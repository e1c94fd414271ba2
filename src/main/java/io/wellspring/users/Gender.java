package io.wellspring.users;

/** What a user, or a file, says of a gender; unknown is no value at all. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER
}
