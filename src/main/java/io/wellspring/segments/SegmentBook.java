package io.wellspring.segments;

import io.wellspring.audit.AuditTrail;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.staff.Role;
import io.wellspring.tags.TagFeeding;
import io.wellspring.users.UserMerging;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The segments there are: made of a rule, changed, looked at and put away. {@link ListedSegments} makes those of a list. */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class SegmentBook {

    private static final int DAYS_SHOWN = 400;

    private final Segments segments;
    private final RuleVersions versions;
    private final SegmentQueries queries;
    private final SegmentBatch batch;
    private final Overlapping overlapping;
    private final MemberSharing sharing;
    private final SegmentNames names;
    private final RuleDesk rules;
    private final TagFeeding tags;
    private final UserMerging merging;
    private final JobRunner jobs;
    private final AuditTrail auditTrail;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;

    /** Those in use, or those put away; the newest first. */
    @Transactional(readOnly = true)
    public List<SegmentView> list(boolean archived) {
        return queries.list(archived);
    }

    /**
     * One segment.
     *
     * @throws NoSuchSegment if there is none
     */
    @Transactional(readOnly = true)
    public SegmentView get(long segment) {
        return queries.find(segment).orElseThrow(() -> new NoSuchSegment(segment));
    }

    /**
     * Makes a segment of those who satisfy a rule, now and from now on. Its members come with its first refresh, which is asked for.
     *
     * @return its number
     * @throws RuleUnfinished if something is still missing or wrong in the rule
     */
    public long create(String name, String description, RuleNode rule) {
        requireFinished(rule, Optional.empty());
        Segment segment = segments.saveAndFlush(
                Segment.dynamic(names.free(name), SegmentNames.shortened(description), rule, who(), clock.now()));
        versions.save(new RuleVersion(segment, who(), clock.now()));
        batch.open(segment.getId());
        auditTrail.record(
                new SegmentAction("segment.created", segment.getId(), Map.of(), SegmentAction.facts(segment)));
        requestRefresh(segment.getId());
        return segment.getId();
    }

    /**
     * Gives a segment another name, description and rule.
     *
     * @param seenEdition the edition that was changed
     * @throws RuleChangedMeanwhile if the segment has another by now
     */
    public void change(long id, String name, String description, RuleNode rule, int seenEdition) {
        Segment segment = segment(id);
        if (segment.getEdition() != seenEdition) {
            throw new RuleChangedMeanwhile(segment.getName());
        }
        requireFinished(rule, Optional.of(id));
        Map<String, Object> before = SegmentAction.facts(segment);
        describe(segment, name, description);
        if (segment.follow(rule, clock.now())) {
            versions.save(new RuleVersion(segment, who(), clock.now()));
            requestRefresh(id);
        }
        auditTrail.record(new SegmentAction("segment.changed", id, before, SegmentAction.facts(segment)));
    }

    /** Gives a segment another name and description. */
    public void describe(long id, String name, String description) {
        Segment segment = segment(id);
        Map<String, Object> before = SegmentAction.facts(segment);
        describe(segment, name, description);
        auditTrail.record(new SegmentAction("segment.changed", id, before, SegmentAction.facts(segment)));
    }

    /**
     * Lets a segment give a tag to its members and take it from those who leave; or no longer, and whoever has it from the segment loses
     * it.
     *
     * @param tag the tag; empty for none
     * @throws io.wellspring.tags.TagFedTwice if another segment gives it
     * @throws TagInACircle if who is a member depends on who has the tag
     */
    @ForManagers
    public void feed(long id, Optional<Long> tag) {
        Segment segment = segment(id);
        Map<String, Object> before = SegmentAction.facts(segment);
        batch.begin(id);
        release(segment);
        give(segment, tag);
        auditTrail.record(new SegmentAction("segment.changed", id, before, SegmentAction.facts(segment)));
    }

    private void give(Segment segment, Optional<Long> tag) {
        long id = segment.getId();
        if (tag.filter(fed -> queries.graph().turnsInACircle(id, fed)).isPresent()) {
            throw new TagInACircle(segment.getName());
        }
        segment.feed(tag, clock.now());
        tag.ifPresent(fed -> tags.feed(fed, id, taker -> queries.members(id, taker), taker -> {}, clock.now()));
    }

    private void release(Segment segment) {
        if (segment.getFeedsTag() != null) {
            tags.release(segment.getFeedsTag(), segment.getId(), clock.now());
        }
    }

    /** Asks for a refresh of one segment now. */
    public long requestRefresh(long segment) {
        return jobs.submit(SegmentRefreshJob.NAME, "segment " + segment, Long.toString(segment));
    }

    /**
     * Puts a segment away: it is brought up to date no longer, and whatever builds on it pauses. Its members and history stay; a tag they
     * have from it they lose.
     *
     * @throws ArchivingTakesATag if it gives one and who asks is no manager
     */
    public void archive(long id) {
        Segment segment = segment(id);
        Map<String, Object> before = SegmentAction.facts(segment);
        if (segment.getFeedsTag() != null && !currentStaff.isAtLeast(Role.MANAGER)) {
            throw new ArchivingTakesATag(segment.getName());
        }
        release(segment);
        segment.archive(clock.now());
        auditTrail.record(new SegmentAction("segment.archived", id, before, SegmentAction.facts(segment)));
        queries.graph().usersOf(id).forEach(this::requestRefresh);
    }

    /**
     * Takes a segment that was put away into use again: it is brought up to date, and so is whatever builds on it. It gives no tag until
     * somebody says so.
     *
     * @throws SegmentNameTaken if another in use is called so by now
     */
    public void bringBack(long id) {
        Segment segment = segment(id);
        if (segment.getState() != SegmentState.ARCHIVED) {
            return;
        }
        Map<String, Object> before = SegmentAction.facts(segment);
        names.free(segment.getName());
        segment.bringBack(clock.now());
        auditTrail.record(new SegmentAction("segment.brought-back", id, before, SegmentAction.facts(segment)));
        requestRefresh(id);
        queries.graph().usersOf(id).forEach(this::requestRefresh);
    }

    /** The segments whose rule speaks of one. */
    @Transactional(readOnly = true)
    public List<SegmentView> usersOf(long id) {
        return queries.graph().usersOf(id).stream().map(this::get).toList();
    }

    /** Every rule a segment had, the newest first. */
    @Transactional(readOnly = true)
    public List<EarlierRule> rulesOf(long id) {
        return versions.findAllBySegmentIdOrderByRuleVersionDesc(id).stream()
                .map(version -> new EarlierRule(
                        version.getRuleVersion(),
                        RuleJson.read(version.getRule()),
                        version.getSavedBy(),
                        version.getSavedAt()))
                .toList();
    }

    /** How refreshes ended, the last of each of the latest days they were about, the earliest first. */
    @Transactional(readOnly = true)
    public List<RefreshResult> refreshes(long id) {
        return queries.refreshes(id, DAYS_SHOWN);
    }

    /** Who came and who went, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Passage> passages(long id, int page, int size) {
        return queries.passages(id, page, size);
    }

    /** When one user came to a segment and left it, the latest first. */
    @Transactional(readOnly = true)
    public List<Passage> passagesOf(long id, UserId user) {
        return queries.passagesOf(id, user);
    }

    /** The segments a user is a member of. */
    @Transactional(readOnly = true)
    public List<Membership> segmentsOf(UserId user) {
        return queries.segmentsOf(user);
    }

    /** The segments a user, or somebody merged into it, was a member of and the user is no longer; the one left last first. */
    @Transactional(readOnly = true)
    public List<FormerMembership> formerSegmentsOf(UserId user) {
        return queries.formerSegmentsOf(user, merging.absorbedBy(user));
    }

    /** Why a user satisfies the rule of a segment by now, or does not; empty for one that was listed. */
    @Transactional(readOnly = true)
    public Optional<Explanation> explain(long id, UserId user) {
        return get(id).rule().map(rule -> rules.explain(rule, Optional.of(id), user));
    }

    /**
     * How segments overlap, by their members as of their last refreshes.
     *
     * @throws TooManySegments if there are more than {@value Overlap#MOST}
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Overlap overlap(List<Long> ids) {
        if (ids.size() > Overlap.MOST) {
            throw new TooManySegments(Overlap.MOST);
        }
        return new Overlap(ids.stream().map(this::get).toList(), ids.isEmpty() ? Map.of() : overlapping.of(ids));
    }

    /**
     * The segments in use that share users with one, by their members as of their last refreshes; the most first.
     *
     * @throws NoSuchSegment if there is none
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<SharedMembers> sharing(long id) {
        return sharing.with(get(id).id());
    }

    /** What the members of some segments bring, and how they are made up; a segment of nobody has none. */
    @Transactional(readOnly = true)
    public Map<Long, SegmentFigures> figures(List<Long> ids) {
        return ids.isEmpty() ? Map.of() : queries.figures(ids);
    }

    private void describe(Segment segment, String name, String description) {
        segment.describe(names.freeBeside(segment, name), SegmentNames.shortened(description), clock.now());
    }

    private void requireFinished(RuleNode rule, Optional<Long> of) {
        RuleReading reading = rules.read(rule, of);
        if (reading.rule().isEmpty()) {
            throw new RuleUnfinished(reading.faults().size());
        }
    }

    private Segment segment(long id) {
        return segments.findById(id).orElseThrow(() -> new NoSuchSegment(id));
    }

    private String who() {
        return currentStaff.name().orElse("system");
    }
}
