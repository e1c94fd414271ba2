package io.wellspring.metrics;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the figures: one row per user, one per business day, one per preset period. The figures of before stay readable until the
 * new ones are whole. A user's figures are defined once, by the SQL function {@code metrics.figures}: facts with a business date up
 * to and including the as-of day count; the window is the given number of calendar days that end with it; net is orders less refunds;
 * the rhythm is the median of the days between consecutive distinct order dates.
 */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class MetricsRefresh {

    private final MetricsBatch batch;
    private final WholeComputation whole;
    private final MetricsQueries queries;
    private final BusinessClock clock;

    /**
     * Brings all figures up to date; rows that did not change are not written.
     *
     * @param asOf the last business day whose facts count
     * @param windowDays the days of the window, ending with {@code asOf}
     */
    @ForManagers
    public void refreshAll(LocalDate asOf, int windowDays) {
        long start = System.nanoTime();
        batch.giveRoom();
        whole.run(asOf, windowDays, () -> batch.countDays(asOf));
        int written = batch.writeComputed();
        int gone = batch.deleteGone();
        long undated = batch.countBits();
        finish(asOf, windowDays, undated, start);
        log.info("Figures as of {} over {} days: {} rows written, {} gone", asOf, windowDays, written, gone);
    }

    /**
     * Brings the figures of the users one intake touched up to date, and those of days and periods. If the kept figures are about
     * another day or window, all are brought up to date instead.
     */
    @ForManagers
    public void refreshTouched(long intakeId, LocalDate asOf, int windowDays) {
        Optional<CurrentFigures> kept =
                queries.current().filter(current -> current.asOf().equals(asOf) && current.windowDays() == windowDays);
        if (kept.isEmpty()) {
            refreshAll(asOf, windowDays);
            return;
        }
        long start = System.nanoTime();
        batch.giveRoom();
        batch.computeTouched(intakeId, asOf, windowDays);
        long undated = kept.get().undatedUsers() + batch.shiftTouched(intakeId, asOf);
        int written = batch.writeComputed();
        finish(asOf, windowDays, undated, start);
        log.info("Figures of intake {} as of {} over {} days: {} rows written", intakeId, asOf, windowDays, written);
    }

    /** At most {@code limit} users whose kept figures differ from the facts; empty unless something is broken or no refresh ran yet. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<UserId> drift(int limit) {
        return queries.current()
                .map(current -> queries.drift(current.asOf(), current.windowDays(), limit))
                .orElse(List.of());
    }

    /** What the kept figures are about; empty before the first refresh. */
    @ForOperators
    @Transactional(readOnly = true)
    public Optional<CurrentFigures> current() {
        return queries.current();
    }

    private void finish(LocalDate asOf, int windowDays, long undatedUsers, long start) {
        batch.deleteEmptyDays(asOf);
        LocalDate firstDay = queries.bounds().firstDay().orElse(asOf);
        batch.savePeriods(new PeriodBits(asOf).numbered(firstDay), undatedUsers);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        batch.saveCurrent(new CurrentFigures(asOf, windowDays, clock.now(), took, undatedUsers));
    }
}
