package io.wellspring.imports;

import io.wellspring.activity.ActivityLog;
import io.wellspring.activity.OrderIntake;
import io.wellspring.activity.OrderReport;
import io.wellspring.activity.OrderTerms;
import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobProgress;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.tags.TagIntake;
import io.wellspring.users.UserDirectory;
import io.wellspring.users.UserIntake;
import io.wellspring.users.UserTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo data's way in and out: through the same doors as a file's rows, each in one transaction. */
@Component
@RequiredArgsConstructor
class DemoWork {

    private static final String DEMO_SOURCE = "demo";

    private final ImportFiles files;
    private final UserDirectory directory;
    private final UserIntake users;
    private final TagIntake tags;
    private final OrderIntake orders;
    private final ActivityLog activity;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final WellspringProperties properties;
    private final TransactionTemplate transaction;

    void load(JobProgress progress) {
        transaction.executeWithoutResult(status -> loadAtOnce(progress));
    }

    void remove() {
        transaction.executeWithoutResult(status -> removeAtOnce());
    }

    private void loadAtOnce(JobProgress progress) {
        if (directory.count() > 0) {
            return;
        }
        Instant now = clock.now();
        ImportFile file = files.saveAndFlush(new ImportFile(ImportKind.DEMO, "demo", "", now));
        long id = file.getId();
        DemoGenerator generator = new DemoGenerator(clock.today(), clock.zone(), properties.currency());
        users.stage(
                id,
                rows -> generator.users(row -> {
                    rows.accept(row);
                    if (row.lineNo() % 1000 == 0) {
                        progress.advancedTo(row.lineNo());
                    }
                }));
        IntakeReport report = users.merge(id, UserTerms.usual(true, now));
        progress.phase("imports.phase.demo-orders", 0);
        orders.stage(id, generator::orders);
        OrderReport orderReport = orders.merge(id, new OrderTerms(DEMO_SOURCE, false, true, now));
        activity.take(id, generator::behaviour, true);
        users.discard(id);
        orders.discard(id);
        file.startRehearsal();
        file.committed(sum(report, orderReport.rows()), 0, 0, now);
        trail.record(new DemoAction("demo.loaded", Map.of("users", report.created())));
        events.publishEvent(new ImportCommitted(id, ImportKind.DEMO));
    }

    private void removeAtOnce() {
        activity.removeDemo();
        orders.removeDemo();
        long removed = users.removeDemo();
        tags.sweep();
        List<ImportFile> loaded = files.findByKind(ImportKind.DEMO);
        files.deleteAll(loaded);
        trail.record(new DemoAction("demo.removed", Map.of("users", removed)));
        events.publishEvent(new DemoRemoved(removed));
    }

    private static IntakeReport sum(IntakeReport one, IntakeReport other) {
        return new IntakeReport(
                one.created() + other.created(),
                one.updated() + other.updated(),
                one.unchanged() + other.unchanged(),
                one.rejected() + other.rejected(),
                Map.of());
    }
}
