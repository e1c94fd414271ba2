package io.wellspring.users;

import io.wellspring.shared.UserId;

/** A user agreed to be contacted in some way, refused, or took either back; told to staff, within whose transaction this is published. */
public record ConsentChanged(UserId user) {}
