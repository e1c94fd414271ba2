package io.wellspring.rfm;

import java.util.List;

/** How the line between the better and the other half of a dimension is found. */
public enum ThresholdMethod {
    /** The arithmetic mean of the scored users. */
    MEAN,
    /** The median of the scored users. */
    MEDIAN,
    /** A value somebody chose. */
    CUSTOM,
    /** The value that at most the given share of the scored users is strictly better than. */
    TOP_PERCENT;

    public static final List<ThresholdMethod> ALL = List.of(values());

    public boolean needsParameter() {
        return this == CUSTOM || this == TOP_PERCENT;
    }
}
