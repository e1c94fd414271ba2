package io.wellspring.segments;

import io.wellspring.shared.BusinessClock;
import io.wellspring.tags.TagDeleted;
import io.wellspring.tags.TagReference;
import io.wellspring.tags.TagReferences;
import io.wellspring.tags.TagsMerged;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of segments when a tag they speak of, or give, is merged or deleted. */
@Component
@RequiredArgsConstructor
class SegmentTags implements TagReferences {

    private final Segments segments;
    private final RuleVersions versions;
    private final SegmentQueries queries;
    private final BusinessClock clock;

    @Override
    public List<TagReference> referencesTo(long tagId) {
        return queries.list(false).stream()
                .flatMap(segment -> fate(segment, tagId)
                        .map(fate -> new TagReference(
                                "segments.reference", segment.name(), "/segments/" + segment.id(), fate))
                        .stream())
                .toList();
    }

    /** What becomes of a segment without a tag; empty if it does not use it. */
    private static Optional<String> fate(SegmentView segment, long tagId) {
        if (segment.rule().filter(rule -> SegmentGraph.usesTag(rule, tagId)).isPresent()) {
            return Optional.of("segments.reference.pauses");
        }
        return segment.feedsTag().filter(fed -> fed == tagId).map(fed -> "segments.reference.gives-nothing");
    }

    /** Whoever gave it gives nothing; whose rule speaks of it pauses at once and keeps its members. */
    @EventListener
    void on(TagDeleted deleted) {
        for (Segment segment : segments.findAllByStateNot(SegmentState.ARCHIVED)) {
            if (Long.valueOf(deleted.tagId()).equals(segment.getFeedsTag())) {
                segment.feed(Optional.empty(), clock.now());
            }
            if (segment.getRule() != null && SegmentGraph.usesTag(RuleJson.read(segment.getRule()), deleted.tagId())) {
                segment.pause(Fault.TAG_GONE);
            }
            segments.saveAndFlush(segment);
        }
    }

    /** Rules speak of the one that stays, in a version of their own. */
    @EventListener
    void on(TagsMerged merged) {
        for (Segment segment : segments.findAllByStateNot(SegmentState.ARCHIVED)) {
            if (Long.valueOf(merged.absorbed()).equals(segment.getFeedsTag())) {
                segment.feed(Optional.of(merged.survivor()), clock.now());
            }
            if (segment.getRule() != null) {
                RuleNode rule = RuleJson.read(segment.getRule());
                if (SegmentGraph.usesTag(rule, merged.absorbed())
                        && segment.follow(rule.withTag(merged.absorbed(), merged.survivor()), clock.now())) {
                    versions.save(new RuleVersion(segment, "system", clock.now()));
                }
            }
            segments.saveAndFlush(segment);
        }
    }
}
