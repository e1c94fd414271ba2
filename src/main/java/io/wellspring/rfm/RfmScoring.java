package io.wellspring.rfm;

import io.wellspring.metrics.MetricsRefresh;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.ForAdmins;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scores users. In the window that ends with the as-of day, over paid orders net of refunds: R is the days since the last order, F the
 * number of orders, M the sum of net amounts. Only users with at least one order in the window are scored, 1 to 5, from the stored
 * cut points of a dated model; a class counts a dimension as high when it is strictly better than the model's threshold. A run leaves
 * one snapshot; running it again for the same day and model replaces that snapshot and no other.
 */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class RfmScoring {

    private final ModelVersions versions;
    private final RfmBatch batch;
    private final RfmQueries queries;
    private final MetricsRefresh metrics;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /**
     * Takes the snapshot of {@code asOf} by the model in force. While no manager has saved a model there is one that makes itself
     * (quintiles and means), and makes itself anew when the number of users that can be scored is more than 20 % off the one it
     * was made for, or its day lies more than 180 days away.
     *
     * @return the snapshot; empty if there is no model yet and nobody to make one from
     */
    @ForManagers
    public Optional<RfmSnapshot> run(LocalDate asOf) {
        Instant start = clock.now();
        batch.begin();
        Measuring measuring = measuring(asOf, versions.windowDays());
        return versions.forRun(measuring, start).map(model -> take(model, measuring, start));
    }

    /**
     * As {@link #run(LocalDate)}; and where this is the first snapshot by its ruler, another one of {@code days} earlier is taken
     * by the same ruler, so that there is a period before to compare with and people who moved to be seen.
     */
    @ForManagers
    public Optional<RfmSnapshot> runWithPast(LocalDate asOf, int days) {
        Optional<RfmSnapshot> taken = run(asOf);
        if (taken.filter(snapshot -> isFirstByItsModel(snapshot) && anybodyScored(asOf.minusDays(days), snapshot))
                .isEmpty()) {
            return taken;
        }
        runWith(asOf.minusDays(days), taken.get().modelVersion());
        return run(asOf);
    }

    /**
     * As {@link #run(LocalDate)}, because somebody asked for it; whoever keeps what users stand by hears of it.
     *
     * @param version the version of the model to measure with; empty for the one in force
     * @throws NoSuchModel if there is no such version
     */
    @ForManagers
    public Optional<RfmSnapshot> runOnRequest(LocalDate asOf, Optional<Integer> version) {
        Optional<RfmSnapshot> taken = version.isPresent() ? runWith(asOf, version.get()) : run(asOf);
        taken.ifPresent(snapshot -> events.publishEvent(new SnapshotTaken(snapshot.id(), asOf)));
        return taken;
    }

    /** Drops every snapshot, because the users they measured were never there; models stay. */
    @ForAdmins
    public void forgetSnapshots() {
        batch.begin();
        int dropped =
                batch.drop(queries.snapshots().stream().map(RfmSnapshot::id).toList());
        log.info("{} RFM snapshots dropped", dropped);
    }

    /** The window of the model in force, in days; 365 before there is one. */
    @ForOperators
    @Transactional(readOnly = true)
    public int windowDays() {
        return versions.windowDays();
    }

    private boolean isFirstByItsModel(RfmSnapshot snapshot) {
        return queries.snapshots().stream()
                .noneMatch(other -> other.modelVersion() == snapshot.modelVersion()
                        && other.asOf().isBefore(snapshot.asOf()));
    }

    private boolean anybodyScored(LocalDate asOf, RfmSnapshot snapshot) {
        int windowDays = versions.get(snapshot.modelVersion()).getWindowDays();
        return queries.count(measuring(asOf, windowDays)).scored() > 0;
    }

    private Optional<RfmSnapshot> runWith(LocalDate asOf, int version) {
        Instant start = clock.now();
        batch.begin();
        RfmModel model = versions.get(version);
        return Optional.of(take(model, measuring(asOf, model.getWindowDays()), start));
    }

    private RfmSnapshot take(RfmModel model, Measuring measuring, Instant start) {
        long since = System.nanoTime();
        long unscored = queries.count(measuring).unscored();
        long id = batch.openSnapshot(model.getModelId(), measuring, unscored, start);
        batch.score(id, model.getModelId(), measuring);
        batch.migrate(id);
        batch.finish(id, Duration.ofNanos(System.nanoTime() - since));
        int purged = batch.purge(id);
        RfmSnapshot taken = queries.snapshots().stream()
                .filter(snapshot -> snapshot.id() == id)
                .findFirst()
                .orElseThrow(NoSuchSnapshot::new);
        log.info(
                "RFM as of {} by model {}: {} scored, {} not, {}, {} old snapshots purged",
                taken.asOf(),
                taken.modelVersion(),
                taken.scoredUsers(),
                taken.unscoredUsers(),
                taken.duration(),
                purged);
        return taken;
    }

    private Measuring measuring(LocalDate asOf, int windowDays) {
        boolean stored = metrics.current()
                .filter(current -> current.asOf().equals(asOf) && current.windowDays() == windowDays)
                .isPresent();
        return new Measuring(asOf, windowDays, stored);
    }
}
