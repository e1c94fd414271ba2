package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** There is no such member of staff. */
public final class NoSuchStaff extends Refusal.NotFound {}
