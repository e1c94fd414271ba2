package io.wellspring.pipeline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which business day the kept figures are about: today, as long as there were orders in the window that ends today; otherwise, because the
 * data ended long ago, the day of the last order, so that it can be looked at as it was then.
 */
record AsOf(LocalDate today, Optional<LocalDate> lastOrder, int windowDays) {

    LocalDate day() {
        return lastOrder
                .filter(last -> !last.isAfter(today.minusDays(windowDays)))
                .orElse(today);
    }
}
