package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** There is no tag of this number. */
public final class UnknownTag extends Refusal.NotFound {

    UnknownTag(long tagId) {
        super(Long.toString(tagId));
    }
}
