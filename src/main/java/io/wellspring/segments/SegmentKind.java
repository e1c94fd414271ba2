package io.wellspring.segments;

public enum SegmentKind {
    /** Who satisfies a rule, brought up to date again and again. */
    DYNAMIC,
    /** Who was listed once. */
    STATIC
}
