package io.wellspring.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the kept ranges are about.
 *
 * @param asOf the day users stand by
 * @param version the newest version of the thresholds when they were made
 * @param members users who ordered twice or more
 */
public record CurrentStages(LocalDate asOf, int version, Instant refreshedAt, Duration duration, long members) {}
