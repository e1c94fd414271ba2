package io.wellspring.segments;

import io.wellspring.shared.Refusal;

/** Of nobody, no segment is made. */
public class NobodyToList extends Refusal.Rejected {}
