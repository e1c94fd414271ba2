package io.wellspring.points;

import static io.wellspring.shared.SqlFiles.sql;

import io.wellspring.shared.BusinessClock;
import io.wellspring.shared.TimelineEntry;
import io.wellspring.shared.TimelineMark;
import io.wellspring.shared.TimelineSource;
import io.wellspring.shared.TimelineSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a user earned, spent and lost to time. */
@Component
@Order(45)
@RequiredArgsConstructor
class PointsTimeline implements TimelineSource {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    @Override
    public String kind() {
        return "points";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("points/find-timeline"))
                .params(span.parameters(kind()))
                .param("zone", clock.zone().getId())
                .query((row, number) -> entry(row, span))
                .list();
    }

    private TimelineEntry entry(ResultSet row, TimelineSpan span) throws SQLException {
        String what = row.getString("kind");
        String reason = row.getString("reason");
        return new TimelineEntry(
                new TimelineMark(row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                row.getBoolean("whole_day"),
                "points.timeline." + what,
                List.of(row.getLong("amount"), reason),
                Optional.of(reason).filter(text -> !text.isEmpty() && !what.equals("FULFILLED")),
                Optional.of("/users/" + span.user() + "/points"));
    }
}
