package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** There is staff already, so there is no first admin to create. */
public final class SetupClosed extends Refusal.Conflict {}
