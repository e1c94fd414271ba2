package io.wellspring.imports;

import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobRun;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Refusal;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForImportTokens;
import io.wellspring.staff.TokenBearer;
import io.wellspring.users.UserAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where other systems leave their files, each in one step: it comes in, is matched, rehearsed and, if that was asked for, committed, and
 * nobody has to click. A system sees what it has brought itself, and nothing else.
 */
@Service
@RequiredArgsConstructor
@ForImportTokens
public class ImportInbox {

    /** How long a key stands for the import it was first sent with. */
    static final Duration KEY_LASTS = Duration.ofDays(1);

    /** A file of which nothing has come for so long comes no more: its request, or this process, has died. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ImportFiles files;
    private final FileStore store;
    private final FileArrival arrival;
    private final MappingMemory memory;
    private final UserAttributes attributes;
    private final ImportQueries queries;
    private final RejectedRows rejectedRows;
    private final JobRunner jobs;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    /**
     * The import that was asked for under this key within the last day; it need not be sent again.
     *
     * @throws StillArriving if its file is on its way at this moment
     * @throws KeyUsedOtherwise if something else was asked for then
     */
    public Optional<DeliveredImport> underKey(String key, Delivery delivery) {
        return within(() -> {
            Instant now = clock.now();
            Optional<Long> found = files.findUnderKey(bearer().tokenId(), key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            ImportFile file = lock(found.get());
            boolean given = file.getState() == ImportState.UPLOADING
                    && file.getUploadedAt().plus(PATIENCE).isBefore(now);
            if (given) {
                giveUp(file);
                return Optional.empty();
            }
            if (file.getState() == ImportState.UPLOADING) {
                throw new StillArriving();
            }
            if (!file.getUploadedAt().plus(KEY_LASTS).isAfter(now)) {
                file.forgetKey();
                return Optional.empty();
            }
            if (!file.delivery().equals(delivery)) {
                throw new KeyUsedOtherwise(file.getId());
            }
            return Optional.of(delivered(file));
        });
    }

    /**
     * Takes a file in piece by piece as it arrives, no transaction waiting for the network, and starts its rehearsal.
     *
     * @param size how large it will be, as far as anyone knows
     * @throws StillArriving if another is on its way under the same key
     * @throws IOException if the file stops arriving; nothing of it is kept
     * @throws Refusal for all that {@link ImportDesk#upload}, {@link ImportDesk#apply} and {@link ImportDesk#rehearse} refuse; nothing of it is kept
     */
    public DeliveredImport deliver(
            Delivery delivery, Optional<String> key, String fileName, OptionalLong size, InputStream content)
            throws IOException {
        TokenBearer bearer = bearer();
        long id = announce(delivery, bearer, key, fileName, size);
        boolean arrived = false;
        try {
            takeIn(id, content);
            DeliveredImport delivered = within(() -> arrived(id));
            arrived = true;
            return delivered;
        } finally {
            if (!arrived) {
                transaction.executeWithoutResult(status -> giveUp(lock(id)));
            }
        }
    }

    /** An import this system has brought. */
    @Transactional(readOnly = true)
    public Optional<DeliveredImport> find(long importId) {
        return own(importId).map(this::delivered);
    }

    /**
     * Writes the rejected rows of an import as {@link ImportDesk#writeRejectedRows} does.
     *
     * @throws UnknownImport if there is none, or somebody else brought it
     * @throws NotRehearsed if nobody knows yet
     */
    @Transactional(readOnly = true)
    public void writeRejectedRows(long importId, OutputStream target, RejectionWords words) throws IOException {
        ImportFile file = own(importId).orElseThrow(() -> new UnknownImport(importId));
        if (file.getRehearsedAt() == null || file.getState() == ImportState.REHEARSING) {
            throw new NotRehearsed();
        }
        rejectedRows.write(file, target, words);
    }

    private long announce(
            Delivery delivery, TokenBearer bearer, Optional<String> key, String fileName, OptionalLong size) {
        try {
            return within(() -> files.saveAndFlush(ImportFile.delivered(
                            delivery, FileArrival.bareName(fileName), bearer, key, size.orElse(0), clock.now()))
                    .getId());
        } catch (DataIntegrityViolationException e) {
            if (key.isEmpty()) {
                throw e;
            }
            throw new StillArriving();
        }
    }

    private void takeIn(long importId, InputStream content) throws IOException {
        byte[] buffer = new byte[FileStore.PIECE];
        long offset = 0;
        for (int length = content.readNBytes(buffer, 0, buffer.length);
                length > 0;
                length = content.readNBytes(buffer, 0, buffer.length)) {
            byte[] piece = Arrays.copyOf(buffer, length);
            long at = offset;
            transaction.executeWithoutResult(status -> {
                ImportFile file = arriving(importId);
                store.append(importId, at, piece);
                file.received(piece.length, clock.now());
            });
            offset += length;
        }
    }

    private DeliveredImport arrived(long importId) {
        ImportFile file = arriving(importId);
        arrival.arrived(file, store.lookThrough(importId));
        file.delivery()
                .mapping()
                .ifPresent(name -> file.mapAs(memory.named(file.getKind(), name, file.getColumnNames())));
        new MappingRules(file.getKind(), file.getColumnNames(), file.mapping(), attributes.current()).check();
        file.startDeliveredRehearsal();
        if (file.getDelivered().commitWhenRehearsed()) {
            trail.record(new ImportAction("import.commit-requested", importId, terms(file)));
        }
        jobs.submit(RehearseJob.NAME, "import " + importId, Long.toString(importId));
        return delivered(file);
    }

    private static Map<String, ?> terms(ImportFile file) {
        Map<String, Object> terms = new TreeMap<>();
        file.delivery().maxRejected().ifPresent(most -> terms.put("max-rejected", most));
        return terms;
    }

    /** Meanwhile an admin may have thrown it away. */
    private ImportFile arriving(long importId) {
        ImportFile file = lock(importId);
        if (file.getState() != ImportState.UPLOADING) {
            throw new ImportOver();
        }
        return file;
    }

    private void giveUp(ImportFile file) {
        if (file.getState() == ImportState.UPLOADING) {
            file.discard();
            store.delete(file.getId());
            trail.record(new ImportAction("import.discarded", file.getId(), Map.of()));
        }
    }

    private DeliveredImport delivered(ImportFile file) {
        Optional<JobRun> run = Stream.of(RehearseJob.NAME, CommitJob.NAME)
                .flatMap(job -> jobs.latest(job, "import " + file.getId()).stream())
                .max(Comparator.comparingLong(JobRun::id));
        boolean counted = file.getState() == ImportState.REHEARSED || file.getState() == ImportState.COMMITTED;
        return new DeliveredImport(
                ImportView.of(file, Optional.empty()),
                file.delivery(),
                DeliveredImport.outcome(file, run),
                counted ? queries.reasons(file.getId()) : Map.of(),
                run);
    }

    private Optional<ImportFile> own(long importId) {
        long token = bearer().tokenId();
        return files.findById(importId)
                .filter(file -> Objects.equals(file.getDelivered().tokenId(), token)
                        && file.getState() != ImportState.DISCARDED);
    }

    private ImportFile lock(long importId) {
        return files.findAndLock(importId).orElseThrow(() -> new UnknownImport(importId));
    }

    private TokenBearer bearer() {
        return staff.token().orElseThrow(() -> new IllegalStateException("There is no token"));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
