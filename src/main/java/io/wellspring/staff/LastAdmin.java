package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** Without this admin nobody could manage staff any more. */
public final class LastAdmin extends Refusal.Conflict {}
