package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** A tag cannot be merged into itself. */
public final class MergeIntoItself extends Refusal.Rejected {

    MergeIntoItself(String name) {
        super(name);
    }
}
