package io.wellspring.segments;

/** What is wrong with one place of a rule; its text is the message {@code segments.fault.<name>}. */
public enum Fault {
    /** A group without parts. */
    EMPTY_GROUP,
    /** Something is still to be chosen or typed. */
    UNFINISHED,
    /** What was typed means nothing here, and none of the following says why. */
    UNREADABLE_VALUE,
    /** A whole number was expected. */
    NO_WHOLE_NUMBER,
    /** A number was expected. */
    NO_NUMBER,
    /** An amount of money was expected. Fact: one. */
    NO_AMOUNT,
    /** A whole number of days was expected. Fact: how many there may be. */
    NO_DAYS,
    /** Facts: the day that there is not. */
    NO_SUCH_DAY,
    /** The first day lies after the last. */
    DAYS_REVERSED,
    /** The first number is greater than the second. */
    NUMBERS_REVERSED,
    /** Everybody did it at least so often. */
    AT_LEAST_ONE,
    /** Nobody did it less often than never. */
    BELOW_ZERO,
    FIELD_GONE,
    ATTRIBUTE_GONE,
    TAG_GONE,
    SEGMENT_GONE,
    /** The other segment builds on this one. */
    CIRCULAR,
    /** The tag is given by this segment, or by one that builds on it. */
    CIRCULAR_TAG,
    TOO_DEEP,
    /** Facts: how many conditions there may be, how many there are, and how many must go. */
    TOO_MANY;

    /** Whether it comes from what was there and is no longer, rather than from who wrote the rule. */
    public boolean isLoss() {
        return this == FIELD_GONE || this == ATTRIBUTE_GONE || this == TAG_GONE || this == SEGMENT_GONE;
    }
}
