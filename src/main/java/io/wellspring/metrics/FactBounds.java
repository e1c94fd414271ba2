package io.wellspring.metrics;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Between which days there is something to look at, as of the current figures.
 *
 * @param firstDay the first day with a registration, an order or a refund
 * @param firstOrderOn the first day with an order
 * @param lastOrderOn the last day with an order
 */
public record FactBounds(
        Optional<LocalDate> firstDay, Optional<LocalDate> firstOrderOn, Optional<LocalDate> lastOrderOn) {}
