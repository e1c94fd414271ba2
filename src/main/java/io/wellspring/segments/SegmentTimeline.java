package io.wellspring.segments;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a user came to segments and left them. */
@Component
@Order(70)
@RequiredArgsConstructor
class SegmentTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "segment";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("segments/find-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        false,
                        row.getBoolean("entered") ? "segments.timeline.entered" : "segments.timeline.left",
                        List.of(row.getString("name")),
                        Optional.empty(),
                        Optional.of("/segments/" + row.getLong("segment_id") + "/users/" + span.user())))
                .list();
    }
}
