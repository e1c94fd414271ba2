package io.wellspring.tags;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UndoReport;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForAdmins;
import java.util.Set;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door by which tags come in, many at a time, beside the users of the same file: {@link #stage} its rows, {@link #rehearse} to see what
 * would happen, {@link #merge} after its users are merged. Lines that the registry refuses give no tags. Each step may be done again; merging
 * twice changes nothing the second time.
 */
@Service
@RequiredArgsConstructor
@ForAdmins
@Transactional
public class TagIntake {

    private final TagBatch batch;
    private final TagQueries queries;
    private final TagLock lock;
    private final BusinessClock clock;

    /** The names, in lower case, that single choices have and had: a row can give one tag of each at most. */
    @Transactional(readOnly = true)
    public Set<String> singleChoices() {
        return queries.singleNames();
    }

    /**
     * Puts the rows that {@code source} hands over beside the tags, instead of any that were staged under {@code intakeId} before. They go by
     * a connection of their own, so that whoever hands them over may meanwhile stage the users of the same lines.
     */
    public long stage(long intakeId, Consumer<Consumer<TagRow>> source) {
        return batch.stage(intakeId, source);
    }

    /** How many rows wait under {@code intakeId}. */
    @Transactional(readOnly = true)
    public long staged(long intakeId) {
        return batch.staged(intakeId);
    }

    /** Says what the staged rows would do, after their users were rehearsed; tags stay as they are. */
    public TagReport rehearse(long intakeId, TagTerms terms) {
        return batch.rehearse(intakeId, terms);
    }

    /** Does it, after their users were merged, all or nothing. Of a single choice, a user keeps the tag given last. */
    public TagReport merge(long intakeId, TagTerms terms) {
        lock.forManyUsers();
        return batch.merge(intakeId, terms);
    }

    /**
     * Takes back the tags that {@code intakeId} gave, and gives back those it took away, before its users are taken back; done again, it finds
     * none. Tags themselves stay, though nobody may have them. What it took from users who have gone cannot be given back.
     */
    public UndoReport undo(long intakeId) {
        lock.forManyUsers();
        return batch.undo(intakeId, clock.now());
    }

    /** The users that would go with an intake, or are only kept for later ones, and have tags that it did not give. */
    public void usersWithTags(long intakeId, Consumer<UserId> taker) {
        batch.usersWithTags(intakeId, taker);
    }

    /** Forgets the staged rows. */
    public void discard(long intakeId) {
        batch.discard(intakeId);
    }

    /** Takes the tags from users who are no longer there, and forgets the history of those. */
    public long sweep() {
        lock.forManyUsers();
        return batch.sweep();
    }
}
