package io.wellspring.segments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How a refresh of a segment ended. */
public record RefreshResult(Instant at, LocalDate asOf, long members, long entered, long gone, Duration duration) {}
