package io.wellspring.staff;

import io.wellspring.shared.Refusal;

/** Their account is not, or no longer, in a state where that makes sense. */
public final class StaffChangedMeanwhile extends Refusal.Conflict {}
