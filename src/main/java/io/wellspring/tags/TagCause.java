package io.wellspring.tags;

/** By whom or what a user got or lost a tag. */
public enum TagCause {
    /** A member of staff, by hand. */
    STAFF,
    IMPORT,
    /** An import was undone. */
    UNDO,
    /** A segment the user entered or left. */
    SEGMENT,
    /** Its last day was over. */
    EXPIRY,
    /** One tag was merged into another. */
    TAG_MERGED,
    TAG_DELETED,
    /** Two users turned out to be one. */
    USER_MERGED
}
