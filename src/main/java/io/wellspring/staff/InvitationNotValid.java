package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** The link was used, withdrawn, replaced, is too old, or never was one. */
public final class InvitationNotValid extends Refusal.NotFound {}
