package io.wellspring.tags;

import io.wellspring.shared.Slice;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tags there are, who has them, why and since when. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional(readOnly = true)
public class TagBook {

    private final TagQueries queries;
    private final ObjectProvider<TagFeeders> feeders;

    /** Every group with its tags and how many users have each. */
    public List<TagGroup> groups() {
        return queries.groups();
    }

    /** Every group that has tags with them, to choose from; costs no counting. */
    public List<TagChoices> choices() {
        return queries.choices();
    }

    /** Every group by its name, without its tags; costs no counting. */
    public List<TagGroup> groupNames() {
        return queries.groupNames();
    }

    /**
     * One group, without its tags.
     *
     * @throws UnknownTagGroup if there is none of this number
     */
    public TagGroup group(long groupId) {
        return queries.group(groupId);
    }

    /**
     * One tag.
     *
     * @throws UnknownTag if there is none of this number
     */
    public TagDetail tag(long tagId) {
        return queries.tag(tagId);
    }

    /** One tag, if it is there. */
    public Optional<TagDetail> find(long tagId) {
        return queries.findTag(tagId);
    }

    /** What every tag is called by its number, those that have gone too. */
    public Map<Long, TagName> names() {
        return queries.names();
    }

    /** What the segments that gave or took tags are called by their numbers, archived ones too. */
    public Map<Long, String> feederNames(Collection<Long> segments) {
        Map<Long, String> names = new HashMap<>();
        feeders.forEach(one -> names.putAll(one.namesOf(segments)));
        return names;
    }

    /** The tags of one user, by group and name. */
    public List<UserTag> tagsOf(UserId user) {
        return queries.tagsOf(user);
    }

    /** What became of one user's tags, the newest first. */
    public Slice<TagChange> historyOf(UserId user, int page, int size) {
        return queries.historyOf(user, page, size);
    }

    /** How many of {@code users} users have tags, of which groups, and how many. */
    public TagCoverage coverage(long users) {
        return queries.coverage(users);
    }
}
