package io.wellspring.shared;

import java.util.List;

/** One kind of dated things a module knows of users, for the one line on which they all stand. */
public interface TimelineSource {

    /** What this kind is called in addresses; its text is the message {@code timeline.kind.<kind>}. No two sources have the same. */
    String kind();

    /** Up to {@link TimelineSpan#limit()} entries, the latest first, all of them on this side of where the span begins. */
    List<TimelineEntry> entries(TimelineSpan span);
}
