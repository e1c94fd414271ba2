package io.wellspring.shared;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of whose timeline is asked for.
 *
 * @param formerly the users merged into this one: what is still kept under their numbers is about this one too
 * @param before the last entry already seen
 */
public record TimelineSpan(UserId user, List<UserId> formerly, Optional<TimelineMark> before, int limit) {

    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    public TimelineSpan {
        formerly = List.copyOf(formerly);
    }

    /** Whether an entry is still to come. */
    public boolean reaches(TimelineEntry entry) {
        return before.map(mark -> entry.mark().compareTo(mark) < 0).orElse(true);
    }

    /**
     * The same for a statement: {@code users} (numbers with commas between), {@code limit}, and {@code at} and {@code key}, which an
     * entry's own two must be below.
     */
    public Map<String, Object> parameters(String kind) {
        return Map.of(
                "users",
                Stream.concat(Stream.of(user), formerly.stream())
                        .map(UserId::toString)
                        .collect(Collectors.joining(",")),
                "at",
                before.map(mark -> mark.at().atOffset(ZoneOffset.UTC)).orElse(NEVER),
                "key",
                before.map(mark -> keyBelow(mark, kind)).orElse(Long.MIN_VALUE),
                "limit",
                limit);
    }

    /** At one instant kinds stand one behind the other: all of this one are still to come, or some, or none. */
    private static long keyBelow(TimelineMark mark, String kind) {
        int order = kind.compareTo(mark.kind());
        return order < 0 ? Long.MAX_VALUE : order == 0 ? mark.key() : Long.MIN_VALUE;
    }
}
