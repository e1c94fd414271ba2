package io.wellspring.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the kept figures are about.
 *
 * @param asOf the last business day whose facts count
 * @param windowDays the window is that many calendar days ending with {@code asOf}
 * @param refreshedAt when they were last brought up to date
 * @param duration how long that took
 * @param undatedUsers users whose day of registration nobody knows
 */
public record CurrentFigures(
        LocalDate asOf, int windowDays, Instant refreshedAt, Duration duration, long undatedUsers) {}
