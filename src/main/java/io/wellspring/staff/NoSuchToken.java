package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** There is no such token. */
public final class NoSuchToken extends Refusal.NotFound {}
