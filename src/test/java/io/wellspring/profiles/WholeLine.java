package io.wellspring.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.UserId;
import java.util.List;
import java.util.Optional;

/** All that is told of a user, on a single page. */
record WholeLine(List<TimelineEntry> entries) {

    static WholeLine of(Timeline timeline, UserId user) {
        return of(timeline, user, Optional.empty());
    }

    static WholeLine of(Timeline timeline, UserId user, Optional<String> kind) {
        Timeline.Page page = timeline.page(user, kind, Optional.empty(), 1000);
        assertThat(page.older()).isEmpty();
        return new WholeLine(page.entries());
    }

    List<TimelineEntry> ofKind(String kind) {
        return entries.stream()
                .filter(entry -> entry.mark().kind().equals(kind))
                .toList();
    }
}
