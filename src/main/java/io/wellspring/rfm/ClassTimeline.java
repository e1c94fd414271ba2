package io.wellspring.rfm;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In which snapshots a user was found in another class than in the one before. A snapshot measures everyone as they were known then. */
@Component
@Order(50)
@RequiredArgsConstructor
class ClassTimeline implements TimelineSource {

    private static final String NOT_SCORED = "NONE";

    private final RfmQueries queries;
    private final ModelVersions versions;
    private final BusinessClock clock;

    @Override
    public String kind() {
        return "class";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        Map<String, String> names = versions.newest()
                .map(RfmModel::toVersion)
                .map(ModelVersion::names)
                .orElse(Map.of());
        List<TimelineEntry> entries = new ArrayList<>();
        String before = NOT_SCORED;
        for (UserScores scores : queries.history(span.user())) {
            String now = scores.measured().map(got -> got.klass().code()).orElse(NOT_SCORED);
            if (!now.equals(before)) {
                entries.addFirst(entry(scores, word(before, names), word(now, names)));
            }
            before = now;
        }
        return entries.stream().filter(span::reaches).limit(span.limit()).toList();
    }

    private TimelineEntry entry(UserScores scores, Object before, Object now) {
        return new TimelineEntry(
                new TimelineMark(clock.endOf(scores.asOf()), kind(), scores.snapshotId()),
                true,
                "rfm.timeline.moved",
                List.of(before, now),
                scores.measured().map(got -> "R" + got.r() + " F" + got.f() + " M" + got.m()),
                Optional.of("/rfm?snapshot=" + scores.snapshotId()));
    }

    /** What people call the class, or what Wellspring does in the reader's language. */
    private static Object word(String code, Map<String, String> names) {
        String name = names.get(code);
        return name != null ? name : new DefaultMessageSourceResolvable("rfm.class." + code);
    }
}
