package io.wellspring.activity;

import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.NamedCount;
import io.wellspring.staff.ForAdmins;
import io.wellspring.users.UserIntake;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which orders and refunds come in, many at a time: {@link #stage} the rows of a file, {@link #rehearse} to see what
 * would happen, {@link #merge} to make it happen. An order number counts once within its source, so merging twice changes nothing the
 * second time; a number that comes back with another user, day or amount is refused, since facts are never edited.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class OrderIntake {

    private final OrderBatch batch;
    private final ActivityQueries queries;
    private final UserIntake users;

    /** Puts the rows that {@code source} hands over beside the facts, instead of any that were staged under {@code intakeId} before. */
    public long stage(long intakeId, String orderSource, Consumer<Consumer<OrderRow>> source) {
        return batch.stage(intakeId, orderSource, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return batch.staged(intakeId);
    }

    /** Decides what each staged row would do; users and facts stay as they are. */
    public OrderReport rehearse(long intakeId, OrderTerms terms) {
        IntakeReport report = batch.classify(intakeId, terms.createUsers());
        return new OrderReport(report, batch.countMissingUsers(intakeId));
    }

    /** Decides anew and does it, creating users first if the terms say so, all or nothing. */
    public OrderReport merge(long intakeId, OrderTerms terms) {
        batch.classify(intakeId, terms.createUsers());
        long newUsers = 0;
        if (terms.createUsers()) {
            newUsers = users.createMissing(
                    intakeId, taker -> batch.missingUsers(intakeId, taker), terms.demo(), terms.when());
        }
        IntakeReport report = batch.classify(intakeId, false);
        batch.insert(intakeId, terms.demo());
        return new OrderReport(report, newUsers);
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

    /** The channels of staged orders that no order has yet, the most frequent first. */
    @Transactional(readOnly = true)
    public List<NamedCount> newChannels(long intakeId) {
        return queries.newChannels(intakeId);
    }

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        batch.discard(intakeId);
    }

    /** Removes every fictional order and refund, and returns how many there were. */
    public long removeDemo() {
        return batch.removeDemo();
    }
}
