package io.wellspring.segments;

import io.wellspring.audit.AuditTrail;
import io.wellspring.audit.Audited;
import io.wellspring.jobs.JobRunner;
import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.shared.WellspringProperties;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import io.wellspring.staff.ForOperators;
import io.wellspring.tags.TagFeeding;
import io.wellspring.users.PhoneNumbers;
import io.wellspring.users.UserMerging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The segments there are: made, changed, looked at and put away. */
@Service
@ForOperators
@Transactional
@RequiredArgsConstructor
public class SegmentBook {

    public static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int DAYS_SHOWN = 400;

    private final Segments segments;
    private final RuleVersions versions;
    private final SegmentQueries queries;
    private final SegmentBatch batch;
    private final RuleDesk rules;
    private final TagFeeding tags;
    private final UserMerging merging;
    private final JobRunner jobs;
    private final AuditTrail auditTrail;
    private final CurrentStaff currentStaff;
    private final BusinessClock clock;
    private final WellspringProperties properties;

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
                Segment.dynamic(freeName(name), shortened(description), rule, who(), clock.now()));
        versions.save(new RuleVersion(segment, who(), clock.now()));
        batch.open(segment.getId());
        auditTrail.record(new SegmentAction("segment.created", segment.getId(), Map.of(), facts(segment)));
        requestRefresh(segment.getId());
        return segment.getId();
    }

    /**
     * Gives a segment another name, description and rule.
     *
     * @param seenVersion the version of the rule that was changed
     * @throws RuleChangedMeanwhile if it is not the one the segment has
     */
    public void change(long id, String name, String description, RuleNode rule, int seenVersion) {
        Segment segment = segment(id);
        if (segment.getRuleVersion() != seenVersion) {
            throw new RuleChangedMeanwhile(segment.getName());
        }
        requireFinished(rule, Optional.of(id));
        Map<String, Object> before = facts(segment);
        describe(segment, name, description);
        if (segment.follow(rule, clock.now())) {
            versions.save(new RuleVersion(segment, who(), clock.now()));
            requestRefresh(id);
        }
        auditTrail.record(new SegmentAction("segment.changed", id, before, facts(segment)));
    }

    /** Gives a segment another name and description. */
    public void describe(long id, String name, String description) {
        Segment segment = segment(id);
        Map<String, Object> before = facts(segment);
        describe(segment, name, description);
        auditTrail.record(new SegmentAction("segment.changed", id, before, facts(segment)));
    }

    /**
     * Makes a segment of those a list names, by external id, phone or e-mail.
     *
     * @param values hands over one identity after another
     * @return what came of it
     * @throws NobodyListed if the list names nobody that is known
     */
    public Listing createListed(String name, String description, Consumer<Consumer<String>> values) {
        Segment segment =
                segments.saveAndFlush(Segment.listed(freeName(name), shortened(description), who(), clock.now()));
        long id = segment.getId();
        batch.open(id);
        batch.begin(id);
        long[] lines = new long[1];
        batch.list(
                id,
                taker -> values.accept(value -> {
                    String text = value.strip();
                    if (!text.isEmpty()) {
                        lines[0]++;
                        forms(text).forEach(taker);
                    }
                }));
        SegmentBatch.Change change = batch.replaceByList(id, clock.now());
        batch.forgetList(id);
        if (change.members() == 0) {
            throw new NobodyListed(lines[0]);
        }
        keep(segment, change);
        return new Listing(id, lines[0], change.members());
    }

    /**
     * Makes a segment of users another module names.
     *
     * @throws NobodyListed if there are none
     */
    public long createOf(String name, String description, List<UserId> users) {
        Segment segment =
                segments.saveAndFlush(Segment.listed(freeName(name), shortened(description), who(), clock.now()));
        long id = segment.getId();
        batch.open(id);
        batch.begin(id);
        batch.list(id, taker -> users.forEach(user -> taker.accept(user.toString())));
        SegmentBatch.Change change = batch.replaceByUsers(id, clock.now());
        batch.forgetList(id);
        if (change.members() == 0) {
            throw new NobodyListed(users.size());
        }
        keep(segment, change);
        return id;
    }

    /** Makes a segment of those who are members of another one now. */
    public long freeze(long other, String name, String description) {
        Segment segment =
                segments.saveAndFlush(Segment.listed(freeName(name), shortened(description), who(), clock.now()));
        batch.open(segment.getId());
        batch.begin(segment.getId());
        keep(segment, batch.copyOf(segment.getId(), segment(other).getId(), clock.now()));
        return segment.getId();
    }

    /**
     * Lets a segment give a tag to its members and take it from those who leave; or no longer, and whoever has it from the segment loses
     * it.
     *
     * @param tag the tag; empty for none
     * @throws io.wellspring.tags.TagFedTwice if another segment gives it
     */
    @ForManagers
    public void feed(long id, Optional<Long> tag) {
        Segment segment = segment(id);
        Map<String, Object> before = facts(segment);
        batch.begin(id);
        release(segment);
        segment.feed(tag, clock.now());
        tag.ifPresent(fed -> tags.feed(fed, id, taker -> queries.members(id, taker), taker -> {}, clock.now()));
        auditTrail.record(new SegmentAction("segment.changed", id, before, facts(segment)));
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

    /** Puts a segment away: it is brought up to date no longer, and whatever builds on it pauses. Its members and history stay. */
    public void archive(long id) {
        Segment segment = segment(id);
        Map<String, Object> before = facts(segment);
        release(segment);
        segment.archive(clock.now());
        auditTrail.record(new SegmentAction("segment.archived", id, before, facts(segment)));
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
    @Transactional(readOnly = true)
    public Overlap overlap(List<Long> ids) {
        if (ids.size() > Overlap.MOST) {
            throw new TooManySegments(Overlap.MOST);
        }
        return new Overlap(ids.stream().map(this::get).toList(), ids.isEmpty() ? Map.of() : queries.overlaps(ids));
    }

    /** What the members of some segments bring, and how they are made up; a segment of nobody has none. */
    @Transactional(readOnly = true)
    public Map<Long, SegmentFigures> figures(List<Long> ids) {
        return ids.isEmpty() ? Map.of() : queries.figures(ids);
    }

    private void keep(Segment segment, SegmentBatch.Change change) {
        batch.saveRefresh(segment.getId(), clock.now(), rules.asOf(), change, 0);
        Map<String, Object> facts = facts(segment);
        facts.put("users", change.members());
        auditTrail.record(new SegmentAction("segment.created", segment.getId(), Map.of(), facts));
    }

    /** An identity as it stands, and as the registry would keep it. */
    private List<String> forms(String text) {
        if (text.contains("@")) {
            return List.of(text.toLowerCase(Locale.ROOT));
        }
        Optional<String> phone = PhoneNumbers.normalise(text, PhoneNumbers.regionOf(properties.currency()));
        return phone.filter(normal -> !normal.equals(text))
                .map(normal -> List.of(text, normal))
                .orElse(List.of(text));
    }

    private void describe(Segment segment, String name, String description) {
        String wanted = named(name);
        if (!wanted.equalsIgnoreCase(segment.getName())) {
            requireFree(wanted);
        }
        segment.describe(wanted, shortened(description), clock.now());
    }

    private String freeName(String name) {
        String wanted = named(name);
        requireFree(wanted);
        return wanted;
    }

    private static String named(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            throw new SegmentNameMissing(LONGEST_NAME);
        }
        return wanted;
    }

    private void requireFree(String name) {
        if (segments.existsByNameIgnoreCaseAndStateNot(name, SegmentState.ARCHIVED)) {
            throw new SegmentNameTaken(name);
        }
    }

    private static String shortened(String description) {
        String text = description.strip();
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text;
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

    private static Map<String, Object> facts(Segment segment) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", segment.getName());
        facts.put("description", segment.getDescription());
        facts.put("state", segment.getState().name());
        if (segment.getRule() != null) {
            facts.put("rule", segment.getRule());
        }
        if (segment.getFeedsTag() != null) {
            facts.put("tag", segment.getFeedsTag());
        }
        return facts;
    }

    private record SegmentAction(String action, long segment, Map<String, ?> before, Map<String, ?> after)
            implements Audited {

        @Override
        public String subject() {
            return "segment " + segment;
        }
    }
}
