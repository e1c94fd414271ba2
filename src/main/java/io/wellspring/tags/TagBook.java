package io.wellspring.tags;

import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tags there are, and who has them. */
@Service
@RequiredArgsConstructor
@ForOperators
@Transactional(readOnly = true)
public class TagBook {

    private final TagQueries queries;

    /** Every group with its tags and how many users have each. */
    public List<TagGroup> groups() {
        return queries.groups();
    }

    /** The tags of one user, by group and name. */
    public List<UserTag> tagsOf(UserId user) {
        return queries.tagsOf(user);
    }
}
