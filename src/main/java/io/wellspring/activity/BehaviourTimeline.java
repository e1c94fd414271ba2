package io.wellspring.activity;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a user did besides buying. */
@Component
@Order(30)
@RequiredArgsConstructor
class BehaviourTimeline implements TimelineSource {

    private final ActivityQueries queries;

    @Override
    public String kind() {
        return "activity";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return queries.behaviourTimeline(kind(), span);
    }
}
