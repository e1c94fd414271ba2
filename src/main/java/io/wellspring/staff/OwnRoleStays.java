package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** Nobody changes their own role; another admin does. */
public final class OwnRoleStays extends Refusal.Rejected {}
