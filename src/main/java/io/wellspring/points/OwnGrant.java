package io.wellspring.points;

import io.wellspring.shared.Refusal;

/** Nobody decides on their own grant. */
public final class OwnGrant extends Refusal.Rejected {}
