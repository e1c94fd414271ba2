package io.wellspring.users;

/** An attribute and how many users have a value of it. */
public record AttributeUse(UserAttribute attribute, long users) {}
