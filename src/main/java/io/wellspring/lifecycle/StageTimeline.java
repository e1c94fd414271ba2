package io.wellspring.lifecycle;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From which day on a user stood in another stage, up to the day stages are about. Those merged into the user are in it already. */
@Component
@Order(40)
@RequiredArgsConstructor
class StageTimeline implements TimelineSource {

    private final LifecycleQueries queries;
    private final BusinessClock clock;

    @Override
    public String kind() {
        return "stage";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        Optional<LocalDate> asOf = queries.current().map(CurrentStages::asOf);
        List<StageRange> life = queries.life(span.user());
        List<TimelineEntry> entries = new ArrayList<>();
        for (int i = 0; i < life.size(); i++) {
            StageRange range = life.get(i);
            if (asOf.filter(day -> !range.since().isAfter(day)).isPresent() && !range.beganUnknown()) {
                entries.add(entry(range, i + 1 < life.size() ? Optional.of(life.get(i + 1)) : Optional.empty()));
            }
        }
        return entries.stream().filter(span::reaches).limit(span.limit()).toList();
    }

    private TimelineEntry entry(StageRange range, Optional<StageRange> before) {
        MessageSourceResolvable stage = word(range);
        return new TimelineEntry(
                new TimelineMark(clock.endOf(range.since()), kind(), 0),
                true,
                before.isPresent() ? "lifecycle.timeline.moved" : "lifecycle.timeline.began",
                before.<List<Object>>map(from -> List.of(word(from), stage)).orElse(List.of(stage)),
                Optional.empty(),
                Optional.of("/users?stage=" + range.stage()));
    }

    private static MessageSourceResolvable word(StageRange range) {
        return new DefaultMessageSourceResolvable("lifecycle.stage." + range.stage());
    }
}
