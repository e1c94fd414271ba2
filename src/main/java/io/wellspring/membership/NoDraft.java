package io.wellspring.membership;

import io.wellspring.shared.Refusal;

/** Nobody is working on a draft; it may have been published or discarded meanwhile. */
public final class NoDraft extends Refusal.Conflict {}
