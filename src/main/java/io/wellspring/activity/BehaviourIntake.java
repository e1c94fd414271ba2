package io.wellspring.activity;

import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.UndoReport;
import io.wellspring.staff.ForAdmins;
import io.wellspring.users.UserIntake;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which activity comes in, many rows at a time: {@link #stage} the rows of a file, {@link #rehearse} to see what would happen,
 * {@link #merge} to make it happen. The same type at the same time of the same user counts once, so merging twice changes nothing the
 * second time; one that comes back with another count or other attributes is refused, since facts are never edited.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class BehaviourIntake {

    private final BehaviourIntakeBatch batch;
    private final UserIntake users;

    /** Puts the rows that {@code source} hands over beside the facts, instead of any that were staged under {@code intakeId} before. */
    public long stage(long intakeId, Consumer<Consumer<ActivityRow>> source) {
        return batch.stage(intakeId, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return batch.staged(intakeId);
    }

    /** Decides what each staged row would do; users and facts stay as they are. */
    public ActivityReport rehearse(long intakeId, ActivityTerms terms) {
        IntakeReport report = batch.classify(intakeId, terms.matchBy(), terms.createUsers());
        return new ActivityReport(report, batch.countMissingUsers(intakeId, terms.matchBy()));
    }

    /** Decides anew and does it, creating users first if the terms say so, all or nothing. */
    public ActivityReport merge(long intakeId, ActivityTerms terms) {
        users.holdStill();
        long newUsers = 0;
        if (terms.createUsers()) {
            batch.classify(intakeId, terms.matchBy(), true);
            newUsers = users.createMissing(
                    intakeId,
                    taker -> batch.missingUsers(intakeId, terms.matchBy(), taker),
                    terms.demo(),
                    terms.when());
        }
        IntakeReport report = batch.classify(intakeId, terms.matchBy(), false);
        batch.insert(intakeId, terms.demo());
        if (report.created() > 0) {
            users.raiseRevision();
        }
        return new ActivityReport(report, newUsers);
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

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        batch.discard(intakeId);
    }

    /** Takes back the activity that {@code intakeId} brought. Nothing builds on it, so all of it goes; done again, it finds none. */
    public UndoReport undo(long intakeId) {
        users.holdStill();
        long gone = batch.undo(intakeId);
        if (gone > 0) {
            users.raiseRevision();
        }
        return new UndoReport(gone, 0, 0);
    }
}
