package io.wellspring.membership;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When and by which version of the programme everybody was evaluated last. */
public record CurrentTiers(LocalDate asOf, int version, Instant refreshedAt, Duration duration) {}
