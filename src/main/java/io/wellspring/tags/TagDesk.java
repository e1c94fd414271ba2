package io.wellspring.tags;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForOperators;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tags given and taken by hand: on one user, on a selection, or on everybody a list shows. Done again, each changes nothing. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional
public class TagDesk {

    private final CrowdBatch crowds;
    private final TagQueries queries;
    private final TagLock lock;
    private final CurrentStaff staff;
    private final AuditTrail trail;
    private final BusinessClock clock;

    /**
     * What giving or taking would do; nothing is done.
     *
     * @throws UnknownTag if there is no such tag
     */
    public CrowdCount count(long tagId, Crowd crowd) {
        queries.tag(tagId);
        crowds.gather(crowd.users());
        return crowds.count(tagId);
    }

    /**
     * Gives a tag to those who do not have it; of a single choice it takes the place of the one they had.
     *
     * @return what it did, counted before it was done
     * @throws UnknownTag if there is no such tag
     */
    public CrowdCount give(long tagId, Crowd crowd) {
        lock.forManyUsers();
        return giveLocked(tagId, crowd);
    }

    /**
     * Takes a tag from those who have it, wherever it came from.
     *
     * @return how many lost it
     * @throws UnknownTag if there is no such tag
     */
    public long take(long tagId, Crowd crowd) {
        lock.forManyUsers();
        return takeLocked(tagId, crowd);
    }

    /** As {@link #give(long, Crowd)}, to one user, without waiting for whoever gives tags to many. */
    public CrowdCount give(long tagId, UserId user) {
        lock.forOneUser();
        return giveLocked(tagId, Crowd.of(user));
    }

    /** As {@link #take(long, Crowd)}, from one user, without waiting for whoever takes tags from many. */
    public long take(long tagId, UserId user) {
        lock.forOneUser();
        return takeLocked(tagId, Crowd.of(user));
    }

    private CrowdCount giveLocked(long tagId, Crowd crowd) {
        TagDetail tag = queries.tag(tagId);
        CrowdBatch.Giver giver = CrowdBatch.Giver.staff(staff.get().id());
        Instant now = clock.now();
        crowds.gather(crowd.users());
        CrowdCount count = crowds.count(tagId);
        long displaced = count.losing() > 0 ? crowds.displace(tagId, giver, now) : 0;
        long given = count.getting() > 0 ? crowds.give(tagId, giver, now) : 0;
        if (given + displaced > 0) {
            record("given", tag, crowd, Map.of("given", given, "had", count.having(), "displaced", displaced));
        }
        return count;
    }

    private long takeLocked(long tagId, Crowd crowd) {
        TagDetail tag = queries.tag(tagId);
        crowds.gather(crowd.users());
        long taken = crowds.take(tagId, staff.get().id(), clock.now());
        if (taken > 0) {
            record("taken", tag, crowd, Map.of("taken", taken));
        }
        return taken;
    }

    private void record(String verb, TagDetail tag, Crowd crowd, Map<String, Long> counts) {
        Map<String, Object> facts = new TreeMap<>(crowd.chosenBy());
        facts.put("tag-name", tag.tag().name());
        facts.putAll(counts);
        trail.record(TagAction.onTag(verb, tag.tag().id(), Map.of(), facts));
    }
}
