package io.wellspring.tags;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForManagers;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tags by rule: a segment gives a tag to who enters it and takes it from who leaves. What a user had before, by hand or from a file, stays
 * as it was, and stays when the user leaves. A tag has at most one segment that feeds it.
 */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class TagFeeding {

    private final CrowdBatch crowds;
    private final TagQueries queries;
    private final TagLock lock;

    /** The segment that gives and takes this tag. */
    @Transactional(readOnly = true)
    public Optional<Long> feederOf(long tagId) {
        return queries.tag(tagId).card().fedBy();
    }

    /**
     * Takes the tag from those who left, then gives it to those who entered; in the first feed that is everybody in the segment. Fed the
     * same again, it changes nothing.
     *
     * @param entered hands over those who came in; they may be read by the connection of the transaction
     * @param left hands over those who went out
     * @throws UnknownTag if there is no such tag
     * @throws TagFedTwice if another segment feeds it
     */
    public TagFed feed(
            long tagId,
            long segmentId,
            Consumer<Consumer<UserId>> entered,
            Consumer<Consumer<UserId>> left,
            Instant when) {
        lock.forManyUsers();
        claim(tagId, segmentId);
        crowds.gather(left);
        long taken = crowds.leave(tagId, segmentId, when);
        crowds.gather(entered);
        CrowdBatch.Giver giver = CrowdBatch.Giver.segment(segmentId);
        long displaced = crowds.displace(tagId, giver, when);
        return new TagFed(crowds.give(tagId, giver, when), taken, displaced);
    }

    /**
     * The segment feeds the tag no longer: whoever has it from the segment loses it, and another may feed it.
     *
     * @return how many lost it
     */
    public long release(long tagId, long segmentId, Instant when) {
        lock.forManyUsers();
        if (feederOf(tagId).filter(feeder -> feeder == segmentId).isPresent()) {
            crowds.feedBy(tagId, null);
        }
        return crowds.release(tagId, segmentId, when);
    }

    private void claim(long tagId, long segmentId) {
        TagDetail tag = queries.tag(tagId);
        tag.card().fedBy().filter(feeder -> feeder != segmentId).ifPresent(feeder -> {
            throw new TagFedTwice(tag.tag().name(), feeder);
        });
        crowds.feedBy(tagId, segmentId);
    }
}
