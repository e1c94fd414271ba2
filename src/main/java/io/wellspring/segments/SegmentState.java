package io.wellspring.segments;

public enum SegmentState {
    ACTIVE,
    /** Its rule speaks of something that is gone: it keeps the members of its last refresh. */
    PAUSED,
    ARCHIVED
}
