package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** Unknown, invited, disabled or wrong password: it does not say which. */
public final class WrongLogin extends Refusal.Rejected {}
