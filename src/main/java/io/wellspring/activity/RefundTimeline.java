package io.wellspring.activity;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was given back to a user. */
@Component
@Order(20)
@RequiredArgsConstructor
class RefundTimeline implements TimelineSource {

    private final ActivityQueries queries;

    @Override
    public String kind() {
        return "refund";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return queries.orderTimeline(kind(), OrderKind.REFUND, span);
    }
}
