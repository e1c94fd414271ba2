package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** What was shown is no token, or one that no longer works. */
public final class WrongToken extends Refusal.Rejected {}
