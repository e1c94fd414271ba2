package io.wellspring.imports;

import io.wellspring.activity.ActivityReport;
import io.wellspring.activity.ActivityTerms;
import io.wellspring.activity.BehaviourIntake;
import io.wellspring.activity.OrderIntake;
import io.wellspring.activity.OrderReport;
import io.wellspring.activity.OrderTerms;
import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.jobs.JobFailed;
import io.wellspring.jobs.JobProgress;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.tags.TagRow;
import io.wellspring.users.UserAttributes;
import io.wellspring.users.UserIntake;
import io.wellspring.users.UserRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to a file in the background: its rows are read and staged, rehearsed, committed. Each step may be done again. */
@Component
@RequiredArgsConstructor
class ImportWork {

    /** How far a dated fact may lie ahead of us: clocks differ, and so do zones. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final String FILE_SOURCE = "file";

    private final ImportFiles files;
    private final FileStore store;
    private final ImportQueries queries;
    private final RejectionBatch rejections;
    private final UserIntake users;
    private final UserAttributes attributes;
    private final BesideRows beside;
    private final MappingMemory memory;
    private final OrderIntake orders;
    private final BehaviourIntake activity;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final WellspringProperties properties;
    private final TransactionTemplate transaction;

    /**
     * Reads the file and says what its commit would do; writes neither users nor facts. Rehearsed already, it does nothing.
     *
     * @throws NothingStarted if the rehearsal has failed since it was asked for: it starts again on the import's page
     */
    void rehearse(long importId, JobProgress progress) {
        ImportFile file = files.findById(importId).orElseThrow(() -> new UnknownImport(importId));
        if (file.getState() == ImportState.UPLOADED) {
            throw new NothingStarted();
        }
        if (file.getState() != ImportState.REHEARSING) {
            return;
        }
        stage(file, progress);
        progress.phase("imports.phase.rehearse", 0);
        transaction.executeWithoutResult(status -> {
            ImportFile held = lock(importId);
            if (held.getState() != ImportState.REHEARSING) {
                return;
            }
            long parseRejected = queries.parseRejections(importId);
            switch (held.getKind()) {
                case USERS -> {
                    IntakeReport report =
                            users.rehearse(importId, held.mapping().userTerms(clock.now()));
                    held.announce(beside.announceUsers(held));
                    held.rehearsed(report, parseRejected, 0, clock.now());
                }
                case ORDERS -> {
                    OrderReport report = orders.rehearse(importId, terms(held));
                    held.announce(beside.announceOrders(held));
                    held.rehearsed(report.rows(), parseRejected, report.newUsers(), clock.now());
                }
                case ACTIVITY -> {
                    ActivityReport report = activity.rehearse(importId, activityTerms(held));
                    held.rehearsed(report.rows(), parseRejected, report.newUsers(), clock.now());
                }
                case DEMO -> throw new IllegalStateException("Demo data is not rehearsed");
            }
            takeOverRejections(held);
            events.publishEvent(new ImportRehearsed(importId));
        });
    }

    /**
     * Commits a rehearsed file: all of it in one transaction, or nothing. Committed already, it does nothing.
     *
     * @throws NothingStarted if the commit has failed since it was asked for: it starts again on the import's page
     */
    void commit(long importId, JobProgress progress) {
        ImportFile file = files.findById(importId).orElseThrow(() -> new UnknownImport(importId));
        if (file.getState() != ImportState.COMMITTING && file.getState() != ImportState.COMMITTED) {
            throw new NothingStarted();
        }
        if (file.getState() == ImportState.COMMITTING) {
            if (stagedRows(file) != file.getCounts().rowsRead() - queries.parseRejections(importId)) {
                stage(file, progress);
            }
            progress.phase("imports.phase.commit", 0);
            transaction.executeWithoutResult(status -> commitHeld(lock(importId)));
        }
        discardStaged(file);
    }

    /** Work on a file ended without result: the step before it is where to go on. Work cut off by a shutdown goes on by itself. */
    @EventListener
    void on(JobFailed failed) {
        if (failed.job().equals(RehearseJob.NAME) || failed.job().equals(CommitJob.NAME)) {
            files.findAndLock(Long.parseLong(failed.argument())).ifPresent(ImportFile::failed);
        }
    }

    void discardStaged(ImportFile file) {
        switch (file.getKind()) {
            case USERS -> {
                users.discard(file.getId());
                beside.discard(file.getId());
            }
            case ORDERS -> orders.discard(file.getId());
            case ACTIVITY -> activity.discard(file.getId());
            case DEMO -> {
                users.discard(file.getId());
                orders.discard(file.getId());
            }
        }
    }

    private void commitHeld(ImportFile held) {
        if (held.getState() != ImportState.COMMITTING) {
            return;
        }
        long id = held.getId();
        long parseRejected = queries.parseRejections(id);
        switch (held.getKind()) {
            case USERS -> {
                IntakeReport report = users.merge(id, held.mapping().userTerms(clock.now()));
                beside.establish(held);
                held.committed(report, parseRejected, 0, clock.now());
            }
            case ORDERS -> {
                OrderReport report = orders.merge(id, terms(held));
                held.committed(report.rows(), parseRejected, report.newUsers(), clock.now());
            }
            case ACTIVITY -> {
                ActivityReport report = activity.merge(id, activityTerms(held));
                held.committed(report.rows(), parseRejected, report.newUsers(), clock.now());
            }
            case DEMO -> throw new IllegalStateException("Demo data is not committed from a file");
        }
        takeOverRejections(held);
        memory.remember(held, clock.now());
        trail.record(Committed.of(held));
        events.publishEvent(new ImportCommitted(id, held.getKind()));
    }

    private void stage(ImportFile file, JobProgress progress) {
        long id = file.getId();
        progress.phase("imports.phase.read", Math.max(file.getLines(), 1));
        rejections.clear(id);
        RowReader reader = new RowReader(
                file.format(),
                file.getColumnNames(),
                file.mapping(),
                attributes.current(),
                beside.singleChoices(),
                clock.zone(),
                properties.currency(),
                clock.now().plus(AHEAD));
        try (RejectionBatch.WhileReading refused = rejections.whileReading(id)) {
            switch (file.getKind()) {
                case USERS ->
                    beside.stageTags(
                            file,
                            reader,
                            tags -> users.stage(
                                    id, rows -> read(file, progress, refused, line -> user(reader, line, tags), rows)));
                case ORDERS -> orders.stage(id, rows -> read(file, progress, refused, reader::order, rows));
                case ACTIVITY -> activity.stage(id, rows -> read(file, progress, refused, reader::activity, rows));
                case DEMO -> throw new IllegalStateException("Demo data has no file");
            }
            refused.finish();
        }
    }

    private static UserRow user(RowReader reader, Line line, Consumer<TagRow> tags) {
        UserRow user = reader.user(line);
        reader.tags(line, user).forEach(tags);
        return user;
    }

    private <T> void read(
            ImportFile file,
            JobProgress progress,
            RejectionBatch.WhileReading refused,
            Function<Line, T> reading,
            Consumer<T> rows) {
        try (FileContent content = FileContents.open(file.getContainer(), store.read(file.getId(), file.getBytes()));
                RowSource source = content.rows(file.format())) {
            Optional<Line> line = file.getReading().header() ? skipHeader(source) : source.next();
            for (; line.isPresent(); line = source.next()) {
                long number = line.get().number();
                try {
                    rows.accept(reading.apply(line.get()));
                } catch (LineRejected why) {
                    refused.add(number, why, file.columnAt(why.column()));
                }
                if ((number & 0xfff) == 0) {
                    progress.advancedTo(number);
                }
            }
        }
        progress.advancedTo(file.getLines());
    }

    private static Optional<Line> skipHeader(RowSource source) {
        source.next();
        return source.next();
    }

    private void takeOverRejections(ImportFile held) {
        long id = held.getId();
        rejections.takeOver(id, after -> switch (held.getKind()) {
            case USERS -> users.rejections(id, after, RejectionBatch.PAGE);
            case ORDERS -> orders.rejections(id, after, RejectionBatch.PAGE);
            case ACTIVITY -> activity.rejections(id, after, RejectionBatch.PAGE);
            case DEMO -> List.of();
        });
    }

    private long stagedRows(ImportFile file) {
        return switch (file.getKind()) {
            case USERS -> users.staged(file.getId());
            case ORDERS -> orders.staged(file.getId());
            case ACTIVITY -> activity.staged(file.getId());
            case DEMO -> 0;
        };
    }

    private OrderTerms terms(ImportFile file) {
        Mapping mapping = file.mapping();
        return new OrderTerms(FILE_SOURCE, mapping.matchBy(), mapping.createUsers(), false, clock.now());
    }

    private ActivityTerms activityTerms(ImportFile file) {
        Mapping mapping = file.mapping();
        return new ActivityTerms(mapping.matchBy(), mapping.createUsers(), false, clock.now());
    }

    private ImportFile lock(long importId) {
        return files.findAndLock(importId).orElseThrow(() -> new UnknownImport(importId));
    }

    /** @param token the system that brought it; empty if a member of staff did */
    private record Committed(long id, ImportKind kind, String sha256, IntakeReport report, Optional<String> token)
            implements Audited {

        static Committed of(ImportFile file) {
            return new Committed(
                    file.getId(),
                    file.getKind(),
                    file.getSha256(),
                    file.getCounts().report(),
                    Optional.ofNullable(file.getDelivered().tokenId()).map(token -> file.getUploadedBy()));
        }

        @Override
        public String action() {
            return "import.committed";
        }

        @Override
        public String subject() {
            return "import " + id;
        }

        @Override
        public Map<String, ?> after() {
            Map<String, Object> after = new TreeMap<>(Map.of(
                    "kind", kind.name(),
                    "sha256", sha256,
                    "created", report.created(),
                    "updated", report.updated(),
                    "unchanged", report.unchanged(),
                    "rejected", report.rejected()));
            token.ifPresent(name -> after.put("token", name));
            return after;
        }
    }
}
