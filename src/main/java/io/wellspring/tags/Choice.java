package io.wellspring.tags;

import java.util.List;

/** How many tags of a group a user may have. */
public enum Choice {
    /** At most one: giving another takes the place of the one that is there. */
    SINGLE,
    /** Any number. */
    MULTI;

    public static final List<Choice> ALL = List.of(values());
}
