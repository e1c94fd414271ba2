package io.wellspring.membership;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What everybody did in a window, by the place of the user; the lowest number is the first. */
record FigureColumns(long[] users, long[] growth, long[] spend, int[] orders, int[] activeDays)
        implements KeptColumns.Weighed {

    /** Users by the place of their growth value among some edges, which rise; 0 is below the first. */
    Map<Integer, Long> placed(List<Long> edges) {
        Map<Integer, Long> places = new HashMap<>();
        long[] rising = edges.stream().mapToLong(Long::longValue).toArray();
        for (long value : growth) {
            int found = Arrays.binarySearch(rising, value);
            places.merge(found < 0 ? -found - 1 : found + 1, 1L, Long::sum);
        }
        return places;
    }

    @Override
    public long bytes() {
        return (long) users.length * (3 * Long.BYTES + 2 * Integer.BYTES);
    }
}
