package io.wellspring.segments;

/** What is wrong with one place of a rule; its text is the message {@code segments.fault.<name>}. */
public enum Fault {
    /** A group without parts. */
    EMPTY_GROUP,
    /** Something is still to be chosen or typed. */
    UNFINISHED,
    /** What was typed means nothing here. */
    UNREADABLE_VALUE,
    FIELD_GONE,
    ATTRIBUTE_GONE,
    TAG_GONE,
    SEGMENT_GONE,
    /** The other segment builds on this one. */
    CIRCULAR,
    /** The tag is given by this segment, or by one that builds on it. */
    CIRCULAR_TAG,
    TOO_DEEP,
    TOO_MANY;

    /** Whether it comes from what was there and is no longer, rather than from who wrote the rule. */
    public boolean isLoss() {
        return this == FIELD_GONE || this == ATTRIBUTE_GONE || this == TAG_GONE || this == SEGMENT_GONE;
    }
}
