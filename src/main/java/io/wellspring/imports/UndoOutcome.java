package io.wellspring.imports;

import io.wellspring.shared.UndoReport;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** What came of taking an import back, and when. */
@Embeddable
record UndoOutcome(Long undoReversed, Long undoKept, Long undoFailed, Instant undoneAt) {

    static UndoOutcome of(UndoReport report, Instant when) {
        return new UndoOutcome(report.reversed(), report.kept(), report.failed(), when);
    }

    UndoReport report() {
        return new UndoReport(undoReversed, undoKept, undoFailed);
    }
}
