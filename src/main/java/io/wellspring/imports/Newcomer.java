package io.wellspring.imports;

/**
 * Something that would come into being beside the rows themselves.
 *
 * @param within the group of a tag, or the attribute of a choice; empty for the others
 * @param rows how many rows speak of it
 */
public record Newcomer(Kind kind, String within, String name, long rows) {

    /** What can come into being, in the order in which screens show it. */
    public enum Kind {
        CHANNEL,
        TAG,
        ATTRIBUTE,
        CHOICE
    }
}
