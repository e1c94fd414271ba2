package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** A token is revoked once and for good. */
public final class TokenRevokedAlready extends Refusal.Conflict {}
