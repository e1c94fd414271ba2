package io.wellspring.tags;

import io.wellspring.shared.Refusal;

/** A group that has tags cannot be deleted. */
public final class TagGroupNotEmpty extends Refusal.Conflict {

    TagGroupNotEmpty(String name) {
        super(name);
    }
}
