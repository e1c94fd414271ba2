package io.wellspring.activity;

import io.wellspring.shared.IntakeRejection;
import io.wellspring.shared.IntakeReport;
import io.wellspring.shared.IntakeSample;
import io.wellspring.shared.NamedCount;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForAdmins;
import io.wellspring.users.UserIntake;
import java.util.List;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

    private final OrderStaging staging;
    private final OrderBatch batch;
    private final ActivityQueries queries;
    private final UserIntake users;

    /** Puts the rows that {@code source} hands over beside the facts, instead of any that were staged under {@code intakeId} before. */
    public long stage(long intakeId, Consumer<Consumer<OrderRow>> source) {
        return staging.stage(intakeId, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return staging.staged(intakeId);
    }

    /** Decides what each staged row would do; users and facts stay as they are. */
    public OrderReport rehearse(long intakeId, OrderTerms terms) {
        IntakeReport report = staging.compare(intakeId, terms, users.revision());
        return new OrderReport(report, staging.countMissingUsers(intakeId));
    }

    /**
     * Decides anew where anything has changed since, and does it, creating users first if the terms say so, all or nothing.
     */
    public OrderReport merge(long intakeId, OrderTerms terms) {
        long revision = users.holdStill();
        IntakeReport report = staging.compare(intakeId, terms, revision);
        long newUsers = terms.createUsers() ? staging.countMissingUsers(intakeId) : 0;
        if (newUsers > 0) {
            newUsers = users.createMissing(
                    intakeId, taker -> staging.missingUsers(intakeId, taker), terms.demo(), terms.when());
        }
        batch.insert(intakeId, terms, staging.given(intakeId), report.created());
        if (report.created() > 0) {
            users.raiseRevision();
        }
        return new OrderReport(report, newUsers);
    }

    /** Makes the facts an intake brought quick to read; after its merge, outside of any transaction, as often as one likes. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void settle(long intakeId) {
        batch.settle(intakeId);
    }

    /** Takes the orders and refunds of an intake back, all or nothing, and returns how many there were. */
    public long undo(long intakeId) {
        users.holdStill();
        return batch.undo(intakeId);
    }

    /** The users that would go with an intake, or are only kept for later ones, and have orders or behaviour. */
    public void usersWithFacts(long intakeId, Consumer<UserId> taker) {
        batch.usersWithFacts(intakeId, taker);
    }

    /** Up to {@code limit} rows of one outcome, in the order of the file. */
    @Transactional(readOnly = true)
    public List<IntakeSample> samples(long intakeId, String outcome, int limit) {
        return staging.samples(intakeId, outcome, limit);
    }

    /** Rows refused by {@link #rehearse} or {@link #merge}, in the order of the file, from behind {@code afterLine} on. */
    @Transactional(readOnly = true)
    public List<IntakeRejection> rejections(long intakeId, long afterLine, int limit) {
        return staging.rejections(intakeId, afterLine, limit);
    }

    /** The channels of staged orders that no order has yet, the most frequent first. */
    @Transactional(readOnly = true)
    public List<NamedCount> newChannels(long intakeId) {
        return queries.newChannels(intakeId);
    }

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        staging.discard(intakeId);
    }

    /** Removes every fictional order and refund, and returns how many there were. */
    public long removeDemo() {
        return batch.removeDemo();
    }
}
