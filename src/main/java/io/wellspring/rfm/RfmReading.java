package io.wellspring.rfm;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the snapshots {@link RfmScoring} leaves. */
@Service
@ForOperators
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class RfmReading {

    private final RfmQueries queries;

    /** Latest day first; of one day the newest model first. */
    public List<RfmSnapshot> snapshots() {
        return queries.snapshots();
    }

    /** The snapshot users stand by: of the day the kept figures are about if there is one, else of the latest day. */
    public Optional<RfmSnapshot> standing() {
        return queries.standing();
    }

    /** The snapshot of one day: by the given version of the model, else by the newest that measured it. */
    public Optional<RfmSnapshot> of(LocalDate day, Optional<Integer> version) {
        return queries.snapshots().stream()
                .filter(snapshot -> snapshot.asOf().equals(day))
                .filter(snapshot ->
                        version.map(number -> number == snapshot.modelVersion()).orElse(true))
                .findFirst();
    }

    /**
     * Everything about one snapshot.
     *
     * @throws NoSuchSnapshot if there is none
     */
    public RfmPicture picture(long snapshotId) {
        return new RfmPicture(snapshot(snapshotId), queries.cells(snapshotId));
    }

    /**
     * Who moved between two snapshots: as the run kept it for neighbours, counted now for others.
     *
     * @throws NoSuchSnapshot if there is no such snapshot
     */
    public RfmMigration migration(long fromSnapshotId, long toSnapshotId) {
        List<RfmMigration.Move> kept = queries.keptMigration(fromSnapshotId, toSnapshotId);
        return new RfmMigration(
                snapshot(fromSnapshotId),
                snapshot(toSnapshotId),
                kept.isEmpty() ? queries.countMigration(fromSnapshotId, toSnapshotId) : kept);
    }

    /** One user in every snapshot, earliest first; of each day as the newest model measured. */
    public List<UserScores> history(UserId user) {
        return queries.history(user);
    }

    /** Where a user stands in a snapshot; empty if not scored in it. */
    public Optional<UserRank> rank(long snapshotId, UserId user) {
        return queries.rank(snapshotId, user);
    }

    private RfmSnapshot snapshot(long id) {
        return queries.snapshots().stream()
                .filter(snapshot -> snapshot.id() == id)
                .findFirst()
                .orElseThrow(NoSuchSnapshot::new);
    }
}
