package io.wellspring.segments;

import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.profiles.ProfileRefresh;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;

/** What rules ask of, worked out anew. */
@RequiredArgsConstructor
final class Figures {

    private final MetricsRefresh metrics;
    private final HistoryRefresh histories;
    private final ProfileRefresh profiles;

    /** As of the end of June 2026. */
    void refresh() {
        refresh("2026-06-30");
    }

    void refresh(String asOf) {
        metrics.refreshAll(LocalDate.parse(asOf), 365);
        histories.refreshAll();
        profiles.refreshAll();
    }
}
