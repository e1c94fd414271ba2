package io.wellspring.segments;

import io.wellspring.profiles.ProfileColumnStore;
import io.wellspring.profiles.ProfileState;
import io.wellspring.shared.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Lays segments over one another: who is a member of exactly which of them. Their members are read several segments at a time. */
@Component
@RequiredArgsConstructor
class Overlapping {

    private final ProfileColumnStore columns;
    private final RuleSets sets;
    private final SideBySide pieces;

    /**
     * How many users are members of exactly which segments, and what they brought; whoever has no profile brought nothing. Never called by
     * whoever holds a connection, since it waits for others to get one.
     *
     * @return by mask: a bit for each segment, the first being 1
     */
    Map<Integer, Overlap.Share> of(List<Long> segments) {
        return columns.reading(state -> {
            List<Supplier<Members>> each = new ArrayList<>();
            segments.forEach(segment -> each.add(() -> sets.membersOf(segment, state)));
            return shares(state, pieces.all(each));
        });
    }

    private static Map<Integer, Overlap.Share> shares(ProfileState state, List<Members> segments) {
        int[] masks = new int[state.size()];
        Map<Long, Integer> masksOfOthers = new HashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            int bit = 1 << i;
            segments.get(i).users().places().forEach(place -> masks[place] |= bit);
            segments.get(i)
                    .others()
                    .forEach(user -> masksOfOthers.merge(user.value(), bit, (one, other) -> one | other));
        }
        Map<Integer, long[]> counted = new HashMap<>();
        for (int place = 0; place < masks.length; place++) {
            if (masks[place] != 0) {
                count(counted, masks[place], state.netAt(place));
            }
        }
        masksOfOthers.values().forEach(mask -> count(counted, mask, 0));
        Map<Integer, Overlap.Share> shares = new HashMap<>();
        counted.forEach((mask, sums) -> shares.put(mask, new Overlap.Share(sums[0], new Money(sums[1]))));
        return shares;
    }

    private static void count(Map<Integer, long[]> counted, int mask, long net) {
        long[] sums = counted.computeIfAbsent(mask, unused -> new long[2]);
        sums[0]++;
        sums[1] += net;
    }
}
