package io.wellspring.imports;

/** What a column's values do to those a user has. */
public enum ColumnPolicy {
    /** Take their place; for tags, the place of those that earlier imports gave in the same group. */
    OVERWRITE,
    /** Count only where the user has none. */
    FILL,
    /** Come on top; for tags only. */
    APPEND,
    /** Nothing: the column is left out. */
    IGNORE
}
