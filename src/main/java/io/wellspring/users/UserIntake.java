package io.wellspring.users;

import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UndoReport;
import io.wellspring.staff.ForAdmins;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which users come in, many at a time: {@link #stage} the rows of a file, {@link #rehearse} to see what would happen,
 * {@link #merge} to make it happen, {@link #undo} to take it back. Each may be called again; merging twice changes nothing the second
 * time.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class UserIntake {

    private final UserStaging staging;
    private final UserBatch batch;
    private final UserQueries queries;
    private final UserUndo undo;
    private final List<UserNeed> needs;

    /** Puts the rows that {@code source} hands over beside the registry, instead of any that were staged under {@code intakeId} before. */
    public long stage(long intakeId, Consumer<Consumer<UserRow>> source) {
        return staging.stage(intakeId, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return staging.staged(intakeId);
    }

    /** Decides what each staged row would do; the registry stays as it is. */
    public IntakeReport rehearse(long intakeId, UserTerms terms) {
        staging.compare(intakeId, terms, batch.revision());
        return staging.report(intakeId);
    }

    /** Decides anew where anything has changed since, and does it, all or nothing. A known user keeps what the row does not speak of. */
    public IntakeReport merge(long intakeId, UserTerms terms) {
        batch.lock();
        staging.compare(intakeId, terms, batch.revision());
        IntakeReport report = staging.report(intakeId);
        batch.merge(intakeId, terms, report.created());
        return report;
    }

    /**
     * Creates a user for each reference nobody answers to, and returns how many.
     *
     * @param source hands over references; the same user may come many times
     */
    public long createMissing(long intakeId, Consumer<Consumer<UserReference>> source, boolean demo, Instant when) {
        batch.lock();
        return batch.createMissing(intakeId, source, demo, when);
    }

    /** Up to {@code limit} rows of one outcome, in the order of the file, with the values they change. */
    @Transactional(readOnly = true)
    public List<IntakeSample> samples(long intakeId, UserTerms terms, String outcome, int limit) {
        return staging.samples(intakeId, terms, outcome, limit);
    }

    /** Rows refused by {@link #rehearse} or {@link #merge}, in the order of the file, from behind {@code afterLine} on. */
    @Transactional(readOnly = true)
    public List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return staging.rejections(intakeId, afterLine, limit);
    }

    /** The channels of staged rows that no user has yet, the most frequent first. */
    @Transactional(readOnly = true)
    public List<NamedCount> newChannels(long intakeId) {
        return queries.newChannels(intakeId);
    }

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        staging.discard(intakeId);
    }

    /**
     * Lets nobody else write to the registry until the caller's transaction ends, so that whoever refers to users can rely on them.
     *
     * @return the registry's revision
     */
    public long holdStill() {
        batch.lock();
        return batch.revision();
    }

    /** The revision of the registry and of what refers to it; whatever was compared at another one may have changed. */
    @Transactional(readOnly = true)
    public long revision() {
        return batch.revision();
    }

    /** Says that something that refers to users was written: comparisons made before are made anew. */
    public void raiseRevision() {
        batch.raiseRevision();
    }

    /** Notes users that another module cannot do without while {@code intakeId} is undone; in the transaction of {@link #undo}. */
    public void hold(long intakeId, Consumer<Consumer<UserHold>> source) {
        undo.hold(intakeId, source);
    }

    /**
     * Takes an intake back, all or nothing: users it made known go unless they are held, or changed since; values it changed return to
     * what they were before it, unless a later change replaced them, or they are an identity that is another user's by now.
     *
     * @param rows how many users the intake made known or changed, as its report says
     */
    public UndoReport undo(long intakeId, long rows) {
        batch.lock();
        undo.hold(intakeId, taker -> needs.forEach(need -> need.usersNeeded(intakeId, taker)));
        UndoReport report = undo.undo(intakeId, rows);
        batch.raiseRevision();
        return report;
    }

    /** Users of an undone intake that are still here, or not as they were, by number, from behind {@code after} on. */
    @Transactional(readOnly = true)
    public List<UndoRemainder> remainder(long intakeId, long after, int limit) {
        return undo.remainder(intakeId, after, limit);
    }

    /** Removes every fictional user with all that hangs on them, and returns how many there were. */
    public long removeDemo() {
        batch.lock();
        return batch.removeDemo();
    }
}
