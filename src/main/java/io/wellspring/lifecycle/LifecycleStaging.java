package io.wellspring.lifecycle;

import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.Duration;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps, for every user, which stage holds from which day on. On any day the stage follows from the orders up to that day and the
 * thresholds in force on it, so ranges need not be made anew when a day passes: only when facts or thresholds change. The one
 * definition is the SQL function {@code lifecycle.life}. Runs after the figures, which know who there is; only rows that differ are
 * written.
 */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class LifecycleStaging {

    private final LifecycleThresholds thresholds;
    private final LifecycleBatch batch;
    private final LifecycleQueries queries;
    private final BusinessClock clock;

    /** Makes the ranges of all users anew. */
    @ForManagers
    public void refreshAll(LocalDate asOf) {
        long start = System.nanoTime();
        batch.begin();
        int version = thresholds.newestOrFirst().version();
        batch.computeAll();
        int gone = batch.deleteGone();
        int written = queries.current().isPresent() ? batch.write() : batch.writeFirst();
        batch.countDayMovesAnew();
        finish(asOf, version, start);
        log.info("Lifecycle as of {} by thresholds {}: {} ranges written, {} gone", asOf, version, written, gone);
    }

    /**
     * Makes the ranges of the users one intake touched anew; of all users if none were made yet, or by other thresholds than the
     * newest.
     */
    @ForManagers
    public void refreshTouched(long intakeId, LocalDate asOf) {
        long start = System.nanoTime();
        batch.begin();
        int version = thresholds.newestOrFirst().version();
        if (queries.current().filter(current -> current.version() == version).isEmpty()) {
            refreshAll(asOf);
            return;
        }
        batch.computeTouched(intakeId);
        batch.shiftDayMoves();
        int written = batch.write();
        finish(asOf, version, start);
        log.info("Lifecycle of intake {} as of {}: {} ranges written", intakeId, asOf, written);
    }

    /** Says that a day has passed and nothing else; the ranges hold for it already. */
    @ForManagers
    public void turnTo(LocalDate asOf) {
        long start = System.nanoTime();
        batch.begin();
        int version = thresholds.newestOrFirst().version();
        if (queries.current().filter(current -> current.version() == version).isEmpty()) {
            refreshAll(asOf);
            return;
        }
        finish(asOf, version, start);
    }

    /**
     * How many users, at most {@code limit}, have ranges that differ from the facts, and how many counts of days differ from the ranges;
     * none unless something is broken or no run came yet.
     */
    @ForOperators
    @Transactional(readOnly = true)
    public int drift(int limit) {
        return queries.current()
                .map(current -> queries.drift(limit).size() + queries.movesDrift())
                .orElse(0);
    }

    private void finish(LocalDate asOf, int version, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        batch.saveCurrent(asOf, version, clock.now(), took);
    }
}
