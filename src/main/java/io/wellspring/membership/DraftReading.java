package io.wellspring.membership;

import io.wellspring.metrics.CurrentFigures;
import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries drafts before anything is published, and on how growth value is spread. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class DraftReading {

    private final DraftColumns columns;
    private final TierQueries queries;
    private final TierReading reading;
    private final TieringBatch batch;
    private final MetricsRefresh metrics;

    /**
     * Where a draft would put everybody who is known, as of the day of the figures, while nobody holds a tier: nothing to move from, and
     * nothing to drop from later. Empty if somebody holds one, or there are no figures.
     */
    public Optional<Impact> first(Programme draft) {
        long start = System.nanoTime();
        return firstDay().map(asOf -> {
            DraftTrial trial = new DraftTrial(draft, List.of());
            List<Impact.Move> moves = trial.first(columns.first(draft, asOf));
            return new Impact(asOf, moves, Duration.ofNanos(System.nanoTime() - start));
        });
    }

    /** How growth value is spread around the thresholds of a draft; while nobody holds a tier, as the draft would count it. */
    public GrowthScale scale(Programme draft) {
        List<Long> thresholds = draft.terms().tiers().stream()
                .flatMap(tier -> tier.entry().growth().stream())
                .toList();
        List<Long> edges = GrowthScale.edges(thresholds);
        Map<Integer, Long> places =
                firstDay().map(asOf -> columns.first(draft, asOf).placed(edges)).orElseGet(() -> queries.growth(edges));
        return GrowthScale.of(edges, thresholds, places);
    }

    /** Everybody a draft would move up on its first day. */
    public List<UserId> movers(Programme draft) {
        return reading.movers(draft, Integer.MAX_VALUE).stream()
                .map(Mover::user)
                .toList();
    }

    /** Everybody who would lose a tier by a draft. */
    public List<UserId> fallers(Programme draft) {
        return reading.fallers(draft, Integer.MAX_VALUE).stream()
                .map(Faller::user)
                .toList();
    }

    /** The day of the figures, while nobody holds a tier. */
    private Optional<LocalDate> firstDay() {
        return batch.current().isPresent()
                ? Optional.empty()
                : metrics.current().map(CurrentFigures::asOf);
    }
}
