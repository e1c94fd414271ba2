package io.wellspring.jobs;

import io.wellspring.shared.Refusal;

/** Only what failed can be asked for once more. */
public final class RunNotFailed extends Refusal.Conflict {}
