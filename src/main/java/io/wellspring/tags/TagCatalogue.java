package io.wellspring.tags;

import io.wellspring.audit.AuditTrail;
import io.wellspring.shared.BusinessClock;
import io.wellspring.staff.CurrentStaff;
import io.wellspring.staff.ForManagers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which groups and tags there are: made, changed, merged and deleted by managers. Names that files and saved mappings say keep their
 * meaning: a renamed tag answers to its former name, and a merged one's leads to the tag that stands for it.
 */
@Service
@RequiredArgsConstructor
@ForManagers
@Transactional
public class TagCatalogue {

    private final CatalogueBatch batch;
    private final TagQueries queries;
    private final TagLock lock;
    private final ObjectProvider<TagReferences> references;
    private final CurrentStaff staff;
    private final AuditTrail trail;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    /** Who may answer for a tag. */
    @Transactional(readOnly = true)
    public List<TagOwner> owners() {
        return queries.owners();
    }

    /**
     * Makes a group.
     *
     * @throws GroupNameTaken if there is one of this name
     */
    public long create(GroupDraft draft) {
        lock.forCatalogue();
        long groupId = batch.insertGroup(draft, clock.now()).orElseThrow(() -> new GroupNameTaken(draft.name()));
        trail.record(TagAction.onGroup("created", groupId, Map.of(), facts(draft)));
        return groupId;
    }

    /**
     * Changes a group.
     *
     * @param seen the {@linkplain GroupDraft#fingerprint() fingerprint} of what was there when somebody began to change it
     * @throws UnknownTagGroup if there is none of this number
     * @throws GroupChangedMeanwhile if somebody else has changed it since
     * @throws GroupNameTaken if another one is called so
     * @throws SeveralOfGroup if it is to be a single choice and users have several of its tags
     */
    public void change(long groupId, GroupDraft draft, String seen) {
        lock.forCatalogue();
        TagGroup group = queries.group(groupId);
        GroupDraft before = group.draft();
        if (before.equals(draft)) {
            return;
        }
        if (!before.fingerprint().equals(seen)) {
            throw new GroupChangedMeanwhile(group.name());
        }
        if (batch.groupNamed(draft.name()).filter(other -> other != groupId).isPresent()) {
            throw new GroupNameTaken(draft.name());
        }
        if (draft.choice() == Choice.SINGLE && group.choice() == Choice.MULTI) {
            long several = batch.usersWithSeveral(groupId);
            if (several > 0) {
                throw new SeveralOfGroup(several);
            }
        }
        batch.updateGroup(groupId, draft);
        trail.record(TagAction.onGroup("changed", groupId, facts(before), facts(draft)));
    }

    /**
     * Deletes a group without tags.
     *
     * @throws UnknownTagGroup if there is none of this number
     * @throws TagGroupNotEmpty if it has tags
     */
    public void deleteGroup(long groupId) {
        lock.forCatalogue();
        TagGroup group = queries.group(groupId);
        if (!batch.deleteGroup(groupId)) {
            throw new TagGroupNotEmpty(group.name());
        }
        trail.record(TagAction.onGroup("deleted", groupId, Map.of("name", group.name()), Map.of()));
    }

    /**
     * Makes a tag.
     *
     * @throws UnknownTagGroup if there is no such group
     * @throws TagNameTaken if the group has one of this name, however it is capitalised
     * @throws UnknownTagOwner if its owner is no active member of staff
     */
    public long create(TagDraft draft) {
        lock.forCatalogue();
        TagGroup group = queries.group(draft.groupId());
        requireFree(draft, 0);
        requireOwner(draft);
        long tagId = batch.insertTag(draft, clock.now()).orElseThrow(() -> new TagNameTaken(draft.name()));
        trail.record(TagAction.onTag("created", tagId, Map.of(), facts(draft, group.name())));
        return tagId;
    }

    /**
     * Changes a tag. How long users have it counts from the next time it is given.
     *
     * @param seen the {@linkplain TagDraft#fingerprint() fingerprint} of what was there when somebody began to change it
     * @throws UnknownTag if there is none of this number
     * @throws TagChangedMeanwhile if somebody else has changed it since
     * @throws UnknownTagGroup if there is no such group
     * @throws TagNameTaken if it is to be called as another one of the group, however that is capitalised
     * @throws UnknownTagOwner if its new owner is no active member of staff
     * @throws BesideInGroup if it is to move to a single choice of which its users have another tag
     */
    public void change(long tagId, TagDraft draft, String seen) {
        lock.forCatalogue();
        TagDetail tag = queries.tag(tagId);
        TagDraft before = tag.draft();
        if (before.equals(draft)) {
            return;
        }
        if (!before.fingerprint().equals(seen)) {
            throw new TagChangedMeanwhile(before.name());
        }
        TagGroup group = queries.group(draft.groupId());
        if (draft.groupId() != before.groupId() || !draft.name().equals(before.name())) {
            requireFree(draft, tagId);
        }
        if (!draft.ownerId().equals(before.ownerId())) {
            requireOwner(draft);
        }
        if (tag.card().groupId() != draft.groupId() && group.choice() == Choice.SINGLE) {
            long beside = batch.usersBeside(tagId, draft.groupId());
            if (beside > 0) {
                throw new BesideInGroup(beside);
            }
        }
        batch.updateTag(tagId, draft);
        trail.record(TagAction.onTag("changed", tagId, facts(before, tag.tag().group()), facts(draft, group.name())));
        if (before.groupId() != draft.groupId() || !before.name().equals(draft.name())) {
            events.publishEvent(new TagRenamed(tagId, before.name(), draft.name()));
        }
    }

    /**
     * What merging one tag into another would touch.
     *
     * @throws MergeIntoItself if both are one
     * @throws TagFedTwice if segments feed both, each another
     */
    @Transactional(readOnly = true)
    public TagImpact impactOfMerge(long survivor, long absorbed) {
        checkMerge(survivor, absorbed);
        TagImpact counted = batch.impactOfMerge(survivor, absorbed);
        return new TagImpact(counted.users(), counted.having(), counted.losing(), referencesTo(absorbed));
    }

    /**
     * Merges one tag into another: whoever has {@code absorbed} gets {@code survivor} unless they have it, and {@code absorbed} is gone.
     *
     * @return what it touched
     * @throws MergeIntoItself if both are one
     * @throws TagFedTwice if segments feed both, each another
     */
    public TagImpact merge(long survivor, long absorbed) {
        lock.forCatalogue();
        TagImpact impact = impactOfMerge(survivor, absorbed);
        TagDetail into = queries.tag(survivor);
        TagDetail gone = queries.tag(absorbed);
        batch.merge(into, absorbed, clock.now());
        trail.record(TagAction.onTag(
                "merged",
                survivor,
                Map.of(),
                new TreeMap<>(Map.of(
                        "tag-name", into.tag().name(),
                        "absorbed-tag", gone.tag().group() + " · " + gone.tag().name(),
                        "users", impact.users(),
                        "had", impact.having(),
                        "displaced", impact.losing()))));
        events.publishEvent(new TagsMerged(survivor, absorbed));
        return impact;
    }

    /**
     * What deleting a tag would touch.
     *
     * @throws UnknownTag if there is none of this number
     */
    @Transactional(readOnly = true)
    public TagImpact impactOfDeletion(long tagId) {
        queries.tag(tagId);
        return new TagImpact(queries.usersOf(tagId), 0, 0, referencesTo(tagId));
    }

    /**
     * Deletes a tag; whoever has it loses it.
     *
     * @return what it touched
     * @throws UnknownTag if there is none of this number
     */
    public TagImpact delete(long tagId) {
        lock.forCatalogue();
        TagDetail tag = queries.tag(tagId);
        TagImpact impact = impactOfDeletion(tagId);
        long users = batch.takeEverywhere(tagId, staff.get().id(), clock.now());
        batch.delete(tagId, null, clock.now());
        trail.record(
                TagAction.onTag("deleted", tagId, facts(tag.draft(), tag.tag().group()), Map.of("users", users)));
        events.publishEvent(new TagDeleted(tagId, tag.tag().group(), tag.tag().name(), users));
        return impact;
    }

    private void requireFree(TagDraft draft, long tagId) {
        batch.tagNamed(draft.groupId(), draft.name(), tagId).ifPresent(name -> {
            throw new TagNameTaken(name);
        });
    }

    private void requireOwner(TagDraft draft) {
        draft.ownerId()
                .filter(owner -> queries.owners().stream().noneMatch(one -> one.staffId() == owner))
                .ifPresent(owner -> {
                    throw new UnknownTagOwner(owner);
                });
    }

    private void checkMerge(long survivor, long absorbed) {
        TagDetail into = queries.tag(survivor);
        TagDetail gone = queries.tag(absorbed);
        if (survivor == absorbed) {
            throw new MergeIntoItself(into.tag().name());
        }
        into.card().fedBy().ifPresent(feeder -> {
            if (gone.card().fedBy().filter(other -> !other.equals(feeder)).isPresent()) {
                throw new TagFedTwice(into.tag().name(), feeder);
            }
        });
    }

    private List<TagReference> referencesTo(long tagId) {
        return references
                .orderedStream()
                .flatMap(one -> one.referencesTo(tagId).stream())
                .toList();
    }

    private static Map<String, ?> facts(GroupDraft draft) {
        Map<String, Object> facts = new TreeMap<>(
                Map.of("name", draft.name(), "choice", draft.choice().name()));
        if (!draft.description().isEmpty()) {
            facts.put("description", draft.description());
        }
        return facts;
    }

    private static Map<String, ?> facts(TagDraft draft, String group) {
        Map<String, Object> facts =
                new TreeMap<>(Map.of("name", draft.name(), "tag-group", group, "colour", draft.colour()));
        if (!draft.description().isEmpty()) {
            facts.put("description", draft.description());
        }
        draft.ownerId().ifPresent(owner -> facts.put("owner", "staff " + owner));
        draft.lifetimeDays().ifPresent(days -> facts.put("lifetime-days", days));
        return facts;
    }
}
