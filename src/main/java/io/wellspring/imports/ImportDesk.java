package io.wellspring.imports;

import io.wellspring.activity.BehaviourIntake;
import io.wellspring.activity.OrderIntake;
import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.Slice;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForAdmins;
import io.wellspring.users.UndoRemainder;
import io.wellspring.users.UserAttribute;
import io.wellspring.users.UserAttributes;
import io.wellspring.users.UserIntake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where files come in, step by step, each to be left and come back to: upload, match the columns, rehearse, commit, report. Nothing
 * reaches users or facts before the commit, and a commit is all or nothing.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class ImportDesk {

    private static final int PAGE_SIZE = 30;
    private static final int SAMPLES = 10;

    private final ImportFiles files;
    private final FileStore store;
    private final FilePreview previews;
    private final FileArrival arrival;
    private final ImportQueries queries;
    private final RejectionBatch rejections;
    private final RejectedRows rejectedRows;
    private final ImportWork work;
    private final BesideRows beside;
    private final MappingMemory memory;
    private final UserIntake users;
    private final UserAttributes attributes;
    private final OrderIntake orders;
    private final BehaviourIntake activity;
    private final JobRunner jobs;
    private final AuditTrail trail;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    /**
     * Takes a file in as it arrives, recognises how it is written and guesses what its columns mean.
     *
     * @return the new import's number
     * @throws EmptyFile if there is nothing in it
     * @throws NotACsv if it is something else than rows of text or of a workbook
     * @throws DamagedFile if what it is wrapped in breaks off; {@link EncryptedFile}, {@link SeveralFilesInside}, {@link NoListInside},
     *     {@link ExpandsTooFar} say what else is wrong with a wrapping
     * @throws TooManyColumns if it has more columns than any list of users or orders
     * @throws UnreadableFile if no rows can be made out
     * @throws IOException if the file stops arriving; nothing of it is kept
     */
    @Transactional(rollbackFor = IOException.class)
    public long upload(ImportKind kind, String fileName, InputStream content) throws IOException {
        ImportFile file = files.saveAndFlush(
                new ImportFile(kind, FileArrival.bareName(fileName), staff.get().name(), clock.now()));
        arrival.arrived(file, store.write(file.getId(), content));
        return file.getId();
    }

    @Transactional(readOnly = true)
    public Optional<ImportView> find(long importId) {
        return files.findById(importId)
                .filter(file -> file.getState() != ImportState.DISCARDED)
                .map(this::view);
    }

    /** Every import that was not discarded, the newest first. */
    @Transactional(readOnly = true)
    public Slice<ImportView> list(int page) {
        Page<ImportFile> found = files.findByStateNotOrderByIdDesc(
                ImportState.DISCARDED, PageRequest.of(Math.max(page, 1) - 1, PAGE_SIZE));
        return new Slice<>(
                found.getContent().stream()
                        .map(file -> ImportView.of(file, Optional.empty()))
                        .toList(),
                Math.max(page, 1),
                PAGE_SIZE,
                found.getTotalElements());
    }

    /** The columns with their first values, what they are taken for, and how many of the first rows would be refused. */
    @Transactional(readOnly = true)
    public ImportPreview preview(long importId) {
        return preview(importId, get(importId).mapping());
    }

    /**
     * The same as if the columns meant something else, be it sensible or not.
     *
     * @throws ColumnsChanged if these are not as many uses as there are columns
     */
    @Transactional(readOnly = true)
    public ImportPreview preview(long importId, Mapping mapping) {
        ImportFile file = get(importId);
        if (mapping.uses().size() != file.getColumnNames().size()) {
            throw new ColumnsChanged();
        }
        try (FileContent content = arrival.open(file)) {
            return previews.of(file, mapping, attributes.current(), content, clock.now());
        }
    }

    /** The attributes a column can be. */
    @Transactional(readOnly = true)
    public List<UserAttribute> attributes() {
        return attributes.current();
    }

    /** Reads the file in another way; columns are guessed anew, and what was rehearsed is void. */
    public void read(long importId, FileFormat format) {
        ImportFile file = hold(importId);
        arrival.read(file, format);
        rejections.clear(importId);
    }

    /** Forgets what the columns were said to mean and guesses anew; what was rehearsed is void. */
    public void guess(long importId) {
        ImportFile file = hold(importId);
        arrival.guess(file);
        rejections.clear(importId);
    }

    /**
     * Applies a remembered mapping by its name, with the way in which values are written; what was rehearsed is void.
     *
     * @throws UnknownMapping if there is none for this kind of file
     * @throws MappingDoesNotFit if it is for files with another header
     * @throws MappingRefused if it makes no sense any more, since an attribute was retired
     */
    public void apply(long importId, String mappingName) {
        ImportFile file = hold(importId);
        SavedMapping saved = memory.named(file.getKind(), mappingName, file.getColumnNames());
        check(file, saved.mapping().over(file.getColumnNames().size()));
        file.mapAs(saved);
        rejections.clear(importId);
    }

    /**
     * Says by what name the mapping is remembered after the commit.
     *
     * @throws MappingNameMissing if there is too much of it
     * @throws MappingNameTaken if a mapping of other files is called so
     */
    public void rememberAs(long importId, String name) {
        ImportFile file = hold(importId);
        String wanted = name.strip();
        if (wanted.length() > MappingMemory.LONGEST_NAME) {
            throw new MappingNameMissing(MappingMemory.LONGEST_NAME);
        }
        if (memory.isTaken(file.getKind(), wanted, file.getColumnNames())) {
            throw new MappingNameTaken(wanted);
        }
        file.rememberAs(wanted);
    }

    /**
     * Says what the columns mean and how rows are taken; what was rehearsed is void.
     *
     * @throws ColumnsChanged if these are not as many uses as there are columns
     * @throws MappingRefused if they make no sense; nothing is kept of them
     */
    public void map(long importId, Mapping mapping) {
        ImportFile file = hold(importId);
        check(file, mapping);
        file.map(withCodes(mapping));
        rejections.clear(importId);
    }

    /** Starts to find out what a commit would do. */
    public void rehearse(long importId) {
        ImportFile file = hold(importId);
        check(file, file.mapping());
        file.startRehearsal();
        jobs.submit(RehearseJob.NAME, "import " + importId, Long.toString(importId));
    }

    /**
     * Starts the commit of what was rehearsed.
     *
     * @throws ImportBusy if it is under way already
     * @throws ImportOver if it was done before
     * @throws NotRehearsed if it was not rehearsed, or was changed since
     */
    public void commit(long importId) {
        ImportFile file = hold(importId);
        file.startCommit();
        trail.record(new ImportAction("import.commit-requested", importId, Map.of()));
        jobs.submit(CommitJob.NAME, "import " + importId, Long.toString(importId));
    }

    /**
     * Starts to take back what an import brought; what others have built on since stays, and is said.
     *
     * @throws ImportBusy if work on it is under way
     * @throws NotCommitted if there is nothing to take back
     */
    public void undo(long importId) {
        ImportFile file = hold(importId);
        file.startUndo();
        trail.record(new ImportAction("import.undo-requested", importId, Map.of()));
        jobs.submit(UndoJob.NAME, "import " + importId, Long.toString(importId));
    }

    /** Users of an undone import that are still here, or not as they were, by number, from behind {@code after} on. */
    @Transactional(readOnly = true)
    public List<UndoRemainder> undoRemainder(long importId, long after, int limit) {
        return users.remainder(importId, after, limit);
    }

    /** Throws a file away that was not committed; its bytes are deleted. */
    public void discard(long importId) {
        ImportFile file = hold(importId);
        file.discard();
        work.discardStaged(file);
        rejections.clear(importId);
        store.delete(importId);
        trail.record(new ImportAction("import.discarded", importId, Map.of()));
    }

    /** A few rows of one outcome, in the order of the file; what was committed is no longer sampled. */
    @Transactional(readOnly = true)
    public List<IntakeSample> samples(long importId, String outcome) {
        ImportFile file = get(importId);
        return switch (file.getKind()) {
            case USERS -> users.samples(importId, file.mapping().userTerms(clock.now()), outcome, SAMPLES);
            case ORDERS -> orders.samples(importId, outcome, SAMPLES);
            case ACTIVITY -> activity.samples(importId, outcome, SAMPLES);
            case DEMO -> List.of();
        };
    }

    /** What the attributes that rows of this file may change are called, by their codes. */
    @Transactional(readOnly = true)
    public Map<String, String> attributeLabels(long importId) {
        return beside.labels(get(importId));
    }

    /** The first refused lines, in the order of the file. */
    @Transactional(readOnly = true)
    public List<RejectedLine> rejections(long importId, int limit) {
        return queries.rejections(importId, 0, limit);
    }

    /** How many lines were refused for which reason. */
    @Transactional(readOnly = true)
    public Map<String, Long> rejectionReasons(long importId) {
        return queries.reasons(importId);
    }

    /**
     * Writes the refused rows as they stand in the file, each with its line and the reason behind it: UTF-8 with a byte order mark, ready
     * to be mended and imported again.
     *
     * @param words says a reason in the reader's language
     */
    @Transactional(readOnly = true)
    public void writeRejectedRows(long importId, OutputStream target, RejectionWords words) throws IOException {
        rejectedRows.write(get(importId), target, words);
    }

    private void check(ImportFile file, Mapping mapping) {
        new MappingRules(file.getKind(), file.getColumnNames(), mapping, attributes.current()).check();
    }

    /** Gives each new attribute the code its values will be kept under. */
    private Mapping withCodes(Mapping mapping) {
        return mapping.withUses(mapping.uses().stream()
                .map(use -> use.isRead() && use.target() instanceof ColumnTarget.NewAttribute attribute
                        ? new ColumnUse(
                                ColumnTarget.NewAttribute.of(attributes.draft(attribute.label(), attribute.type())),
                                use.policy())
                        : use)
                .toList());
    }

    private ImportView view(ImportFile file) {
        Optional<Instant> seen =
                files.findBySha256AndStateOrderByIdDesc(file.getSha256(), ImportState.COMMITTED).stream()
                        .filter(other -> !other.getId().equals(file.getId()) && other.getKind() == file.getKind())
                        .map(ImportFile::getCommittedAt)
                        .findFirst();
        return ImportView.of(file, seen);
    }

    private ImportFile get(long importId) {
        return files.findById(importId).orElseThrow(() -> new UnknownImport(importId));
    }

    /** Work under way holds its import for as long as it takes; nobody waits for that. */
    private ImportFile hold(long importId) {
        if (files.findState(importId).filter(ImportState::isBusy).isPresent()) {
            throw new ImportBusy();
        }
        return files.findAndLock(importId).orElseThrow(() -> new UnknownImport(importId));
    }
}
