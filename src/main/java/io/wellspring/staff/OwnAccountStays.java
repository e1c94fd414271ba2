package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** Nobody disables their own account; another admin does. */
public final class OwnAccountStays extends Refusal.Rejected {}
