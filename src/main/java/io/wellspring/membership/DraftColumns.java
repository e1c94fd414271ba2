package io.wellspring.membership;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What drafts are tried on, in memory: where everybody stands, and the figures of a window, each read when a draft first asks for it and kept
 * until it changes. Asked again, with other thresholds, a draft costs one pass over numbers.
 */
@Component
@RequiredArgsConstructor
class DraftColumns {

    /** So often standing may change while it is read. */
    private static final int MOST_CHANGES = 4;

    private record OfStanding(UUID standing, LocalDate asOf) {}

    private record OfFigures(UUID figures, LocalDate asOf, CountingWindow window, boolean active) {}

    /** Where the window begins with the term, figures change with standing. */
    private record OfTerms(UUID standing, OfFigures figures) {}

    private final DraftColumnQueries queries;
    private final KeptColumns kept;

    /**
     * Tries a draft on one state of standing and figures; on the next one if they change meanwhile.
     *
     * @param stored whether the figures of the last evaluation are of the draft’s window
     */
    <T> T trying(
            ProgrammeTerms draft, LocalDate asOf, boolean stored, BiFunction<StandingColumns, FigureColumns, T> trial) {
        for (int changes = 0; ; changes++) {
            try {
                DraftColumnQueries.Revision revision = queries.revision();
                StandingColumns standing = kept.of(
                        new OfStanding(revision.standing(), asOf),
                        () -> unmoved(revision, () -> queries.standing(asOf)));
                FigureColumns figures = kept.of(
                        key(revision, draft, asOf, stored),
                        () -> unmoved(
                                revision, () -> queries.figures(draft.reach(), draft.triesActiveDays(), asOf, stored)));
                return trial.apply(standing, figures);
            } catch (StandingMoved e) {
                if (changes == MOST_CHANGES) {
                    throw e;
                }
            }
        }
    }

    /** Figures the evaluation left are those of its window for all who count active days or do not ask for them. */
    private static Object key(
            DraftColumnQueries.Revision revision, ProgrammeTerms draft, LocalDate asOf, boolean stored) {
        OfFigures figures = new OfFigures(revision.figures(), asOf, draft.reach(), !stored && draft.triesActiveDays());
        return stored || draft.reach().kind() != WindowKind.SINCE_TIER
                ? figures
                : new OfTerms(revision.standing(), figures);
    }

    private <T> T unmoved(DraftColumnQueries.Revision revision, Supplier<T> reading) {
        T read = reading.get();
        if (!queries.revision().equals(revision)) {
            throw new StandingMoved();
        }
        return read;
    }
}
