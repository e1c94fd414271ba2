package io.wellspring.rfm;

import io.wellspring.shared.Refusal;

/** There is no such snapshot, or it was purged. */
public class NoSuchSnapshot extends Refusal.NotFound {}
