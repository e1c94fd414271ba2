package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** There is no group of this number. */
public final class UnknownTagGroup extends Refusal.NotFound {

    UnknownTagGroup(long groupId) {
        super(Long.toString(groupId));
    }
}
