package io.wellspring.imports;

import io.wellspring.activity.BehaviourIntake;
import io.wellspring.activity.OrderIntake;
import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.jobs.JobFailed;
import io.wellspring.jobs.JobProgress;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UndoReport;
import io.wellspring.tags.TagIntake;
import io.wellspring.users.UserHold;
import io.wellspring.users.UserIntake;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what an import brought, all of it in one transaction: its facts first, then the users it made known or changed, of whom those
 * stay that others need by then.
 */
@Component
@RequiredArgsConstructor
class UndoWork {

    private static final String HAS_FACTS = "HAS_FACTS";
    private static final String HAS_TAGS = "HAS_TAGS";

    private final ImportFiles files;
    private final UserIntake users;
    private final OrderIntake orders;
    private final BehaviourIntake activity;
    private final TagIntake tags;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    /**
     * Undoes a committed import. Undone already, it does nothing.
     *
     * @throws NothingStarted if the undo has failed since it was asked for: it starts again on the import's page
     */
    void undo(long importId, JobProgress progress) {
        ImportFile file = files.findById(importId).orElseThrow(() -> new UnknownImport(importId));
        if (file.getState() == ImportState.COMMITTED) {
            throw new NothingStarted();
        }
        if (file.getState() != ImportState.UNDOING) {
            return;
        }
        progress.phase("imports.phase.undo", 0);
        transaction.executeWithoutResult(status -> {
            ImportFile held = files.findAndLock(importId).orElseThrow(() -> new UnknownImport(importId));
            if (held.getState() == ImportState.UNDOING) {
                undoHeld(held);
            }
        });
    }

    /** Work on an import ended without result: it is as it was. */
    @EventListener
    void on(JobFailed failed) {
        if (failed.job().equals(UndoJob.NAME)) {
            files.findAndLock(Long.parseLong(failed.argument())).ifPresent(ImportFile::failed);
        }
    }

    private void undoHeld(ImportFile held) {
        long id = held.getId();
        UndoReport facts = new UndoReport(orders.undo(id), 0, 0).plus(activity.undo(id));
        tags.undo(id);
        users.hold(id, taker -> {
            orders.usersWithFacts(id, user -> taker.accept(new UserHold(user, HAS_FACTS)));
            tags.usersWithTags(id, user -> taker.accept(new UserHold(user, HAS_TAGS)));
        });
        UndoReport report = facts.plus(users.undo(id, held.usersBrought()));
        tags.sweep();
        held.undone(report, clock.now());
        trail.record(new Undone(id, held.getKind(), report));
        events.publishEvent(new ImportUndone(id, held.getKind()));
    }

    private record Undone(long id, ImportKind kind, UndoReport report) implements Audited {

        @Override
        public String action() {
            return "import.undone";
        }

        @Override
        public String subject() {
            return "import " + id;
        }

        @Override
        public Map<String, ?> after() {
            return new TreeMap<>(Map.of(
                    "kind", kind.name(),
                    "reversed", report.reversed(),
                    "kept", report.kept(),
                    "failed", report.failed()));
        }
    }
}
