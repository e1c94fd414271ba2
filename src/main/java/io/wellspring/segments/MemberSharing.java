package io.wellspring.segments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Finds the segments that share users with one, from members in memory. */
@Component
@RequiredArgsConstructor
class MemberSharing {

    private static final Comparator<SharedMembers> CLOSEST_FIRST = Comparator.comparingLong(SharedMembers::users)
            .reversed()
            .thenComparingLong(SharedMembers::size)
            .thenComparing(shared -> shared.other().name());

    private final SegmentQueries queries;
    private final MemberSets members;
    private final SideBySide pieces;

    /**
     * Those in use that share anybody with a segment, the most first; of several the one in which they weigh most. Never called by whoever
     * holds a connection, since it waits for others to get one.
     */
    List<SharedMembers> with(long segment) {
        Map<Long, UserNumbers> sets = sets(queries.versions(segment));
        UserNumbers own = sets.get(segment);
        if (own == null) {
            return List.of();
        }
        return queries.list(false).stream()
                .filter(other -> other.id() != segment)
                .flatMap(other -> Stream.ofNullable(sets.get(other.id()))
                        .map(users -> new SharedMembers(other, users.size(), own.among(users))))
                .filter(shared -> shared.users() > 0)
                .sorted(CLOSEST_FIRST)
                .toList();
    }

    private Map<Long, UserNumbers> sets(List<MemberVersion> versions) {
        List<Supplier<Map.Entry<Long, UserNumbers>>> each = new ArrayList<>();
        versions.forEach(version -> each.add(() -> Map.entry(version.segment(), members.of(version))));
        return pieces.all(each).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
