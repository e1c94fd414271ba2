package io.wellspring.segments;

import io.wellspring.shared.Money;
import java.util.List;
import java.util.Map;

/**
 * How some segments overlap.
 *
 * @param segments in the order of the bits
 * @param shares the users who are members of exactly the segments whose bits are set
 */
public record Overlap(List<SegmentView> segments, Map<Integer, Share> shares) {

    /** The most segments that can be held against each other. */
    public static final int MOST = 20;

    public record Share(long users, Money net) {}

    public Overlap {
        segments = List.copyOf(segments);
        shares = Map.copyOf(shares);
    }

    /** How many are members of both; of one segment with itself, its size. */
    public long both(int one, int other) {
        int bits = 1 << one | 1 << other;
        return shares.entrySet().stream()
                .filter(entry -> (entry.getKey() & bits) == bits)
                .mapToLong(entry -> entry.getValue().users())
                .sum();
    }

    /** How many are members of exactly these, and of none of the others. */
    public long exactly(int mask) {
        Share share = shares.get(mask);
        return share == null ? 0 : share.users();
    }

    /** How many are members of at least one. */
    public long any() {
        return shares.values().stream().mapToLong(Share::users).sum();
    }
}
