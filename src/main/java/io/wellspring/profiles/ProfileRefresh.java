package io.wellspring.profiles;

import io.wellspring.rfm.SnapshotTaken;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.users.ConsentChanged;
import java.util.List;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one row per user of what the modules before this one know; runs after them. Only rows that differ are written. */
@Slf4j
@Service
@Transactional
@RequiredArgsConstructor
public class ProfileRefresh {

    private final ProfileBatch batch;
    private final ProfileQueries queries;

    /** Brings every profile up to date. */
    @ForManagers
    public void refreshAll() {
        batch.begin();
        boolean indexedAfterwards = batch.areMostlyNew();
        if (indexedAfterwards) {
            batch.dropIndexes();
        }
        int written = batch.refreshAll();
        if (indexedAfterwards) {
            batch.addIndexes();
        }
        batch.keepConsents();
        int gone = batch.deleteGone();
        batch.renewRevision();
        log.info("Profiles: {} rows written, {} gone", written, gone);
    }

    /** Brings the profiles of the users one intake touched up to date; enough as long as no snapshot was taken since. */
    @ForManagers
    public void refreshTouched(long intakeId) {
        batch.begin();
        int written = batch.refreshTouched(intakeId);
        batch.keepConsents(intakeId);
        int gone = batch.deleteGone();
        batch.renewRevision();
        log.info("Profiles of intake {}: {} rows written, {} gone", intakeId, written, gone);
    }

    /** At most {@code limit} users whose profile differs from what the other modules keep; empty unless something is broken. */
    @ForOperators
    @Transactional(readOnly = true)
    public List<UserId> drift(int limit) {
        return queries.drift(limit);
    }

    /** Whom one may contact is known at once, also beside a refresh: that looks again before it ends. */
    @EventListener
    void on(ConsentChanged changed) {
        if (batch.keepConsent(changed.user()) > 0) {
            batch.renewConsents();
        }
    }

    @EventListener
    void on(SnapshotTaken taken) {
        refreshAll();
    }
}
