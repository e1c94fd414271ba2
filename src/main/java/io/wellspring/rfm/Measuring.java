package io.wellspring.rfm;

import java.time.LocalDate;

/**
 * What a run measures.
 *
 * @param stored whether the kept figures are about this very day and window
 */
record Measuring(LocalDate asOf, int windowDays, boolean stored) {}
