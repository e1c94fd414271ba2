package io.wellspring.users;

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

/** The notes staff wrote about a user. */
@Component
@Order(80)
@RequiredArgsConstructor
class NoteTimeline implements TimelineSource {

    private final JdbcClient jdbc;

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public List<TimelineEntry> entries(TimelineSpan span) {
        return jdbc.sql(sql("users/find-note-timeline"))
                .params(span.parameters(kind()))
                .query((row, number) -> new TimelineEntry(
                        new TimelineMark(
                                row.getObject("at", OffsetDateTime.class).toInstant(), kind(), row.getLong("key")),
                        false,
                        "users.timeline.note",
                        List.of(row.getString("author")),
                        Optional.of(row.getString("text")),
                        Optional.of("/users/" + span.user() + "/notes")))
                .list();
    }
}
