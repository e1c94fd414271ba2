package io.wellspring.users;

import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.NamedCount;
import io.wellspring.staff.ForAdmins;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which users come in, many at a time: {@link #stage} the rows of a file, {@link #rehearse} to see what would happen,
 * {@link #merge} to make it happen. Each may be called again; merging twice changes nothing the second time.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class UserIntake {

    private final UserBatch batch;
    private final UserQueries queries;

    /** Puts the rows that {@code source} hands over beside the registry, instead of any that were staged under {@code intakeId} before. */
    public long stage(long intakeId, Consumer<Consumer<UserRow>> source) {
        return batch.stage(intakeId, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return batch.staged(intakeId);
    }

    /** Decides what each staged row would do; the registry stays as it is. */
    public IntakeReport rehearse(long intakeId, UserTerms terms) {
        return batch.classify(intakeId, terms);
    }

    /**
     * Decides anew and does it, all or nothing. A known user keeps what the row does not speak of.
     */
    public IntakeReport merge(long intakeId, UserTerms terms) {
        IntakeReport report = batch.classify(intakeId, terms);
        batch.merge(intakeId, terms);
        return report;
    }

    /**
     * Creates a user for each reference nobody answers to, and returns how many.
     *
     * @param source hands over references; the same user may come many times
     */
    public long createMissing(long intakeId, Consumer<Consumer<UserReference>> source, boolean demo, Instant when) {
        return batch.createMissing(intakeId, source, demo, when);
    }

    /** Up to {@code limit} rows of one outcome, in the order of the file. */
    @Transactional(readOnly = true)
    public List<IntakeSample> samples(long intakeId, String outcome, int limit) {
        return batch.samples(intakeId, outcome, limit);
    }

    /** Rows refused by {@link #rehearse} or {@link #merge}, in the order of the file, from behind {@code afterLine} on. */
    @Transactional(readOnly = true)
    public List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return batch.rejections(intakeId, afterLine, limit);
    }

    /** The channels of staged rows that no user has yet, the most frequent first. */
    @Transactional(readOnly = true)
    public List<NamedCount> newChannels(long intakeId) {
        return queries.newChannels(intakeId);
    }

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        batch.discard(intakeId);
    }

    /** Removes every fictional user with all that hangs on them, and returns how many there were. */
    public long removeDemo() {
        return batch.removeDemo();
    }
}
