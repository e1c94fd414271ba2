package io.wellspring.imports;

import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobRunner;
import io.wellspring.staff.ForAdmins;
import io.wellspring.users.UserDirectory;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fictional users, orders and behaviour to explore with: made by a seeded generator, marked everywhere, gone in one step. */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class DemoData {

    /** What background work on demo data calls it. */
    public static final String SUBJECT = "demo";

    private final UserDirectory users;
    private final JobRunner jobs;
    private final AuditTrail trail;

    /**
     * Starts to make the demo data.
     *
     * @throws DemoUnavailable if there are users already
     */
    public void load() {
        long known = users.count();
        if (known > 0) {
            throw new DemoUnavailable(known);
        }
        trail.record(new DemoAction("demo.load-requested", Map.of()));
        jobs.submit(DemoLoadJob.NAME, SUBJECT, "");
    }

    /** Starts to remove it. */
    public void remove() {
        trail.record(new DemoAction("demo.removal-requested", Map.of()));
        jobs.submit(DemoRemoveJob.NAME, SUBJECT, "");
    }
}
