package io.wellspring.segments;

import io.wellspring.profiles.UserSet;
import io.wellspring.shared.UserId;
import java.util.List;

/**
 * Who is a member of a segment.
 *
 * @param users those who have a profile
 * @param others those who have none: they came after the last refresh of profiles, or are gone
 */
record Members(UserSet users, List<UserId> others) {

    Members {
        others = List.copyOf(others);
    }

    int size() {
        return users.size() + others.size();
    }
}
