package io.wellspring.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The round numbers among which thresholds of growth value are chosen, and how many users have how much: ten to a power of ten, with the
 * thresholds there are between them.
 *
 * @param edges rising; a band begins at each and ends below the next
 * @param below users with less than the first edge
 * @param users with growth value in the band of each edge; what is beyond the last edge is in the last
 */
public record GrowthScale(List<Long> edges, long below, List<Long> users) {

    private static final List<Integer> ROUND = List.of(10, 12, 15, 20, 25, 30, 40, 50, 60, 80);
    private static final int POWERS = 11;
    private static final int BELOW_THE_LOWEST = 50;

    public GrowthScale {
        edges = List.copyOf(edges);
        users = List.copyOf(users);
    }

    /** All edges that may matter, for counting. */
    static List<Long> edges(List<Long> thresholds) {
        long lowest = thresholds.stream().mapToLong(Long::longValue).min().orElse(100);
        TreeSet<Long> edges = new TreeSet<>(thresholds);
        long ten = 1;
        for (int power = 0; power < POWERS; power++, ten *= 10) {
            for (int round : ROUND) {
                edges.add(Math.max(1, round * ten / 10));
            }
        }
        return edges.stream().filter(edge -> edge >= lowest / BELOW_THE_LOWEST).toList();
    }

    /** @param places users by place among the edges; 0 is below the first */
    static GrowthScale of(List<Long> edges, List<Long> thresholds, Map<Integer, Long> places) {
        long highest = thresholds.stream().mapToLong(Long::longValue).max().orElse(100);
        int last = 0;
        for (int i = 0; i < edges.size(); i++) {
            if (places.getOrDefault(i + 1, 0L) > 0 || edges.get(i) <= highest) {
                last = i;
            }
        }
        int shown = Math.min(edges.size(), last + 2);
        List<Long> users = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            users.add(places.getOrDefault(i + 1, 0L));
        }
        return new GrowthScale(edges.subList(0, shown), places.getOrDefault(0, 0L), users);
    }

    /** How many users have at least as much. */
    public long reaching(long growth) {
        long sum = 0;
        for (int i = 0; i < edges.size(); i++) {
            sum += edges.get(i) >= growth ? users.get(i) : 0;
        }
        return sum;
    }

    public long most() {
        return users.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
