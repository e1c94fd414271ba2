package io.wellspring.segments;

import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What segments are called: every one in use by a name of its own. */
@Component
@RequiredArgsConstructor
class SegmentNames {

    private static final int LONGEST = 80;
    private static final int LONGEST_DESCRIPTION = 500;

    private final Segments segments;

    /**
     * The name of a new segment.
     *
     * @throws SegmentNameMissing if there is none, or too much of it
     * @throws SegmentNameTaken if another segment in use is called so
     */
    String free(String name) {
        String wanted = named(name);
        requireFree(wanted);
        return wanted;
    }

    /** Another name for a segment; its own is free. Throws as {@link #free} does. */
    String freeBeside(Segment segment, String name) {
        String wanted = named(name);
        if (!wanted.equalsIgnoreCase(segment.getName())) {
            requireFree(wanted);
        }
        return wanted;
    }

    static String shortened(String description) {
        String text = description.strip();
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text;
    }

    private static String named(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            throw new SegmentNameMissing(LONGEST);
        }
        return wanted;
    }

    private void requireFree(String name) {
        if (segments.existsByNameIgnoreCaseAndStateNot(name, SegmentState.ARCHIVED)) {
            throw new SegmentNameTaken(name);
        }
    }
}
