package io.wellspring.profiles;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import io.wellspring.shared.UserId;
import io.wellspring.staff.ForOperators;
import io.wellspring.users.UserMerging;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything dated about a user on one line, the latest first. Each module tells what it knows; here it is put in order. What is kept
 * under the numbers of users merged into this one is on the line too.
 */
@Service
@ForOperators
@Transactional(readOnly = true)
public class Timeline {

    private final List<TimelineSource> sources;
    private final UserMerging merging;

    Timeline(ObjectProvider<TimelineSource> sources, UserMerging merging) {
        this.sources = sources.orderedStream().toList();
        this.merging = merging;
    }

    /**
     * One page of a line.
     *
     * @param older where the next page begins; empty if this is the last
     */
    public record Page(List<TimelineEntry> entries, Optional<TimelineMark> older) {

        public Page {
            entries = List.copyOf(entries);
        }
    }

    /** What a line can be narrowed to, in the order to offer it. */
    public List<String> kinds() {
        return sources.stream().map(TimelineSource::kind).toList();
    }

    /**
     * A user's line from the latest entry, or from the one before a mark.
     *
     * @param kind one of {@link #kinds()}; empty for all
     * @throws UnreadableTimeline if there is no such kind
     */
    public Page page(UserId user, Optional<String> kind, Optional<TimelineMark> before, int size) {
        kind.filter(one -> !kinds().contains(one)).ifPresent(one -> {
            throw new UnreadableTimeline(one);
        });
        TimelineSpan span = new TimelineSpan(user, merging.absorbedBy(user), before, size + 1);
        List<TimelineEntry> entries = sources.stream()
                .filter(source -> kind.map(source.kind()::equals).orElse(true))
                .flatMap(source -> source.entries(span).stream())
                .sorted(Comparator.comparing(TimelineEntry::mark).reversed())
                .limit(size + 1L)
                .toList();
        return entries.size() <= size
                ? new Page(entries, Optional.empty())
                : new Page(
                        entries.subList(0, size),
                        Optional.of(entries.get(size - 1).mark()));
    }
}
