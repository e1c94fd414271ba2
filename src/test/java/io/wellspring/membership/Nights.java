package io.wellspring.membership;

import io.wellspring.metrics.HistoryRefresh;
import io.wellspring.metrics.MetricsRefresh;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;

/** Nights, and what is worked out in each, up to who holds which tier. */
@RequiredArgsConstructor
final class Nights {

    private final MetricsRefresh metrics;
    private final HistoryRefresh histories;
    private final TierProgram program;
    private final Tiering tiering;

    /** With a programme that decides from 2023 on, in the first of them. */
    void begin(ProgrammeTerms terms, LocalDate asOf) {
        publish(terms);
        evaluate(asOf);
    }

    void publish(ProgrammeTerms terms) {
        program.startDraft();
        program.saveDraft(terms);
        program.publish(LocalDate.parse("2023-01-01"));
    }

    void evaluate(LocalDate asOf) {
        metrics.refreshAll(asOf, 365);
        histories.refreshAll();
        tiering.postGrowth();
        tiering.evaluate(asOf);
    }
}
