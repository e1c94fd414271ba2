package io.wellspring.membership;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days count.
 *
 * @param days how many, where they roll; else without meaning
 */
public record CountingWindow(WindowKind kind, int days) {

    /** The first day that counts on a day; empty where every user has one of their own. */
    public Optional<LocalDate> firstDay(LocalDate asOf) {
        return switch (kind) {
            case ROLLING -> Optional.of(asOf.plusDays(1L - days));
            case CALENDAR_YEAR -> Optional.of(asOf.withDayOfYear(1));
            case SINCE_TIER -> Optional.empty();
        };
    }
}
