package io.wellspring.segments;

import java.util.List;

/**
 * What came of a list.
 *
 * @param segment the segment made of it
 * @param lines how many identities it holds
 * @param members how many users they name; two may name the same
 * @param repeated how many lines name only users whom a line before names too
 * @param unknown how many lines name nobody that is known
 * @param firstUnknown the first of those as they were written, each once
 */
public record Listing(long segment, long lines, long members, long repeated, long unknown, List<String> firstUnknown) {

    /** So many of the unknown are named at most. */
    public static final int MOST_NAMED = 20;

    public Listing {
        firstUnknown = List.copyOf(firstUnknown);
    }
}
