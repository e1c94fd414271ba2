package io.wellspring.points;

import java.util.List;

/** What an entry of the ledger is. */
public enum EntryKind {
    EARN,
    SPEND,
    /** The last day of a lot is over. */
    EXPIRE,
    /** An earning is taken back. */
    REVERSE_EARN,
    /** A spending is given back. */
    REVERSE_SPEND,
    /** A manager puts right, up or down. */
    ADJUST;

    public static final List<EntryKind> ALL = List.of(values());
}
