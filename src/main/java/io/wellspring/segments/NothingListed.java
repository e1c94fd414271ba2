package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** A list without a line makes no segment. */
public class NothingListed extends Refusal.Rejected {}
