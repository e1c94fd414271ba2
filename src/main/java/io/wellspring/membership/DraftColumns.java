package io.wellspring.membership;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
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

    /** What else of a draft growth value depends on. */
    private record Counted(
            CountingWindow window, BigDecimal orderFactor, List<ActivityRule> activities, boolean active) {}

    /** Every refresh of the facts brings the ledger in line, and with it comes another revision of standing, even if nobody stands anywhere. */
    private record OfFirst(UUID standing, LocalDate asOf, Counted counted) {}

    private final DraftColumnQueries queries;
    private final KeptColumns kept;

    /**
     * Tries a draft on one state of standing and figures; on the next one if they change meanwhile.
     *
     * @param stored whether the figures of the last evaluation are of the draft’s window
     */
    <T> T trying(
            ProgrammeTerms draft, LocalDate asOf, boolean stored, BiFunction<StandingColumns, FigureColumns, T> trial) {
        return unmoved(revision -> {
            StandingColumns standing =
                    read(revision, new OfStanding(revision.standing(), asOf), () -> queries.standing(asOf));
            FigureColumns figures =
                    read(revision, key(revision, draft, asOf, stored), () -> queries.figures(draft, asOf, stored));
            return trial.apply(standing, figures);
        });
    }

    /** What everybody did as a draft would count it, were it the first version there ever was. */
    FigureColumns first(Programme draft, LocalDate asOf) {
        return unmoved(revision -> read(
                revision, new OfFirst(revision.standing(), asOf, counted(draft)), () -> queries.first(draft, asOf)));
    }

    /** Figures the evaluation left are those of its window for all who count active days or do not ask for them. */
    private static Object key(
            DraftColumnQueries.Revision revision, ProgrammeTerms draft, LocalDate asOf, boolean stored) {
        OfFigures figures = new OfFigures(revision.figures(), asOf, draft.reach(), !stored && draft.triesActiveDays());
        return stored || draft.reach().kind() != WindowKind.SINCE_TIER
                ? figures
                : new OfTerms(revision.standing(), figures);
    }

    private static Counted counted(Programme draft) {
        ProgrammeTerms terms = draft.terms();
        return new Counted(
                terms.reach(), terms.orderFactor().stripTrailingZeros(), terms.activities(), terms.triesActiveDays());
    }

    private <T> T unmoved(Function<DraftColumnQueries.Revision, T> reading) {
        for (int changes = 0; ; changes++) {
            try {
                return reading.apply(queries.revision());
            } catch (StandingMoved e) {
                if (changes == MOST_CHANGES) {
                    throw e;
                }
            }
        }
    }

    private <T extends KeptColumns.Weighed> T read(
            DraftColumnQueries.Revision revision, Object asked, Supplier<T> reading) {
        return revision.isKnown() ? kept.of(asked, () -> unchanged(revision, reading)) : reading.get();
    }

    private <T> T unchanged(DraftColumnQueries.Revision revision, Supplier<T> reading) {
        T columns = reading.get();
        if (!queries.revision().equals(revision)) {
            throw new StandingMoved();
        }
        return columns;
    }
}
